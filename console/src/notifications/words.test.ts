import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { inWords, lasting, spanOf } from './words';

const t = i18next.t;

describe('a span', () => {
  it.each([
    [0, { value: 0, unit: 'minutes' }],
    [59, { value: 59, unit: 'minutes' }],
    [60, { value: 1, unit: 'hours' }],
    [90, { value: 90, unit: 'minutes' }],
    [2880, { value: 2, unit: 'days' }],
  ] as const)('of %d minutes is said in the unit that says it shortest', (minutes, span) => {
    expect(spanOf(minutes)).toEqual(span);
  });

  it('knows one from many', () => {
    expect(lasting(t, 60)).toBe('1 hour');
    expect(lasting(t, 120)).toBe('2 hours');
  });
});

describe('a condition', () => {
  it('is said with its numbers', () => {
    expect(inWords(t, { kind: 'FAILURE_SHARE', percent: 20, minutes: 60, atLeast: 1000 })).toBe('20 % or more of at least 1,000 tasks fail within 1 hour');
    expect(inWords(t, { kind: 'HELD', minutes: 15, which: 'REMOVALS' })).toBe('Removals of access failed more than 15 minutes ago');
  });
});
