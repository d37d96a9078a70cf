import { expect, it } from 'vitest';
import { endsSoon } from './tokens';

const now = new Date('2026-01-01T00:00:00Z');

it.each([
  ['2025-12-31T23:59:59Z', 'over'],
  ['2026-01-01T00:00:01Z', 'soon'],
  ['2026-01-14T23:59:59Z', 'soon'],
  ['2026-01-15T00:00:00Z', undefined],
])('a token that ends %s is %s', (at, soon) => {
  expect(endsSoon(at, now)).toBe(soon);
});
