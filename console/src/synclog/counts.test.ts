import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { countOf, inOrder, isEstimate } from './counts';

const t = i18next.t;
const value = (name: string, count: number) => ({ value: name, label: name, count });

describe('counts', () => {
  it('say where counting stopped', () => {
    expect(countOf(t, 10_000)).toBe('10,000');
    expect(countOf(t, 10_001)).toBe('10,000+');
  });

  it('are estimates where only the newest were counted', () => {
    expect(isEstimate('status', true, false)).toBe(false);
    expect(isEstimate('source', true, false)).toBe(true);
    expect(isEstimate('status', true, true)).toBe(true);
    expect(isEstimate('source', false, true)).toBe(false);
  });

  it('keep their place when others overtake them; new ones come last', () => {
    const counted = [value('c', 9), value('new', 5), value('a', 3), value('b', 1)];
    expect(inOrder(['a', 'b', 'c'], counted).map((one) => one.value)).toEqual(['a', 'b', 'c', 'new']);
    expect(inOrder([], counted)).toEqual(counted);
  });
});
