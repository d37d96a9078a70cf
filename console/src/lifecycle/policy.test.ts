import { describe, expect, it } from 'vitest';
import { reactionsOf, sameReactions, type Override } from './policy';

const override: Override = {
  overridden: true,
  enabled: true,
  onDisabled: 'DISABLE',
  onDeleted: 'DELETE',
  onEnabled: 'NOTHING',
  version: 3,
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('the reactions of a policy', () => {
  it('are all that is sent', () => {
    expect(reactionsOf(override)).toEqual({ enabled: true, onDisabled: 'DISABLE', onDeleted: 'DELETE', onEnabled: 'NOTHING' });
  });

  it('differ when any of them does', () => {
    expect(sameReactions(override, reactionsOf(override))).toBe(true);
    expect(sameReactions(override, { ...override, enabled: false })).toBe(false);
    expect(sameReactions(override, { ...override, onDisabled: 'NOTHING' })).toBe(false);
    expect(sameReactions(override, { ...override, onDeleted: 'DISABLE' })).toBe(false);
    expect(sameReactions(override, { ...override, onEnabled: 'ENABLE_AGAIN' })).toBe(false);
  });
});
