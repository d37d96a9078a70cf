import { describe, expect, it } from 'vitest';
import { inGroups, stateOf } from './integrity';

const standing = { at: '2026-11-28T12:00:00Z', number: 7, records: 900, sealedUntil: '2026-11-28T11:56:00Z', fingerprint: '' };

describe('the chain', () => {
  it('is up to date some minutes behind, for it looks back', () => {
    expect(stateOf(standing)).toBe('UP_TO_DATE');
  });

  it('is behind when what was settled waits too long', () => {
    expect(stateOf({ ...standing, sealedUntil: '2026-11-28T11:40:00Z' })).toBe('BEHIND');
  });

  it('says when it begins anew, and when there is nothing yet', () => {
    expect(stateOf({ ...standing, sealedUntil: null })).toBe('CATCHING_UP');
    expect(stateOf({ ...standing, number: 0 })).toBe('NOTHING_YET');
  });

  it('has a fingerprint that can be compared by eye', () => {
    expect(inGroups('0123456789abcdef01')).toBe('01234567 89abcdef 01');
  });
});
