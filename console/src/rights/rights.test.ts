import { expect, test } from 'vitest';
import { maySee, rightsOf } from './rights';

test('the longest beginning of an address says what it needs', () => {
  expect(rightsOf('/users/42')).toEqual(['SEE_PEOPLE']);
  expect(rightsOf('/imports')).toEqual(['SEE_APPLICATIONS']);
  expect(rightsOf('/imports/new')).toEqual(['CHANGE_ACCOUNTS']);
  expect(rightsOf('/settings/people')).toEqual(['ADMINISTER_ACCESS']);
  expect(rightsOf('/settings/retention')).toEqual(['ADMINISTER_RETENTION']);
  expect(rightsOf('/governance/compliance/new')).toEqual(['ADMINISTER_POLICIES']);
});

test('what is for everybody needs nothing', () => {
  expect(rightsOf('/settings')).toEqual([]);
  expect(rightsOf('/userspace')).toEqual([]);
  expect(maySee('/settings', () => false)).toBe(true);
});

test('of several rights one is enough', () => {
  expect(maySee('/proposals', (right) => right === 'RUN_GOVERNANCE')).toBe(true);
  expect(maySee('/proposals', () => false)).toBe(false);
});
