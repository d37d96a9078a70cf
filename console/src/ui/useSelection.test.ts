import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSelection } from './useSelection';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

function selection() {
  const { result, rerender } = renderHook(({ of }) => useSelection(ROWS, of), { initialProps: { of: 'one list' } });
  const chosen = () => ROWS.filter((id) => result.current.has(id)).join('');
  return { chosen, rerender, now: () => result.current, act: (run: () => void) => act(run) };
}

it('chooses one row after the other, and lets them go', () => {
  const { now, chosen, act } = selection();
  act(() => now().toggle(1));
  act(() => now().toggle(3));
  expect(chosen()).toBe('bd');
  act(() => now().toggle(1));
  expect(chosen()).toBe('d');
});

it('chooses a range from the row chosen last, in both directions', () => {
  const { now, chosen, act } = selection();
  act(() => now().toggle(3));
  act(() => now().toggle(1, true));
  expect(chosen()).toBe('bcd');
  act(() => now().toggle(4, true));
  expect(chosen()).toBe('bcde');
});

it('a range without a beginning is the row alone', () => {
  const { now, chosen, act } = selection();
  act(() => now().toggle(2, true));
  expect(chosen()).toBe('c');
});

it('chooses all, then none', () => {
  const { now, chosen, act } = selection();
  act(() => now().toggle(0));
  act(() => now().toggleAll());
  expect(chosen()).toBe('abcde');
  act(() => now().toggleAll());
  expect(chosen()).toBe('');
});

it('everything ends when a row is let go: then it is what was read, without that row', () => {
  const { now, chosen, act } = selection();
  act(() => now().toggle(0));
  act(() => now().takeEverything());
  expect(chosen()).toBe('abcde');
  expect(now().everything).toBe(true);
  act(() => now().toggle(2));
  expect(now().everything).toBe(false);
  expect(chosen()).toBe('abde');
});

it('another list begins with nothing', () => {
  const { now, chosen, rerender, act } = selection();
  act(() => now().toggle(0));
  rerender({ of: 'another list' });
  expect(chosen()).toBe('');
});
