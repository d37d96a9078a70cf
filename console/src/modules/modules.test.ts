import { describe, expect, it } from 'vitest';
import { isOn, needsOf } from './modules';

const both = { lifecycleManagement: true, identityGovernance: true, version: 1 };

describe('modules', () => {
  it.each([
    ['/log', 'log'],
    ['/log/0199', 'log'],
    ['/repairs', 'log'],
    ['/repairs/0199', 'log'],
    ['/logout', null],
    ['/dashboard', 'log'],
    ['/failures/0199', 'log'],
    ['/governance/compliance', 'governance'],
    ['/applications', null],
  ])('the page %s needs %s', (path, needs) => expect(needsOf(path)).toBe(needs));

  it('the log needs one of the two', () => {
    expect(isOn('log', { ...both, lifecycleManagement: false })).toBe(true);
    expect(isOn('log', { ...both, identityGovernance: false })).toBe(true);
    expect(isOn('log', { ...both, lifecycleManagement: false, identityGovernance: false })).toBe(false);
  });

  it('governance needs its own', () => {
    expect(isOn('governance', { ...both, lifecycleManagement: false })).toBe(true);
    expect(isOn('governance', { ...both, identityGovernance: false })).toBe(false);
  });

  it('hides nothing while it does not know', () => expect(isOn('log', undefined)).toBe(true));
});
