import { expect, it } from 'vitest';
import { agrees } from './agrees';

it.each([
  ['DELETE', 'GONE', undefined, true],
  ['DELETE', 'FOUND', true, false],
  ['CREATE', 'FOUND', true, true],
  ['CREATE', 'GONE', undefined, false],
  ['UPDATE', 'GONE', undefined, false],
  ['DISABLE', 'FOUND', false, true],
  ['DISABLE', 'FOUND', true, false],
  ['DISABLE', 'GONE', undefined, true],
  ['ENABLE', 'FOUND', undefined, true],
  ['ENABLE', 'FOUND', false, false],
  ['DELETE', 'UNKNOWN', undefined, undefined],
] as const)('%s with %s (enabled: %s) agrees: %s', (action, state, enabled, expected) => {
  expect(agrees(action, { state, enabled })).toBe(expected);
});
