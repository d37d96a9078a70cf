import { describe, expect, it } from 'vitest';
import { STATUSES } from '../api/tasks';
import i18next from '../i18n';
import { LOOKS, shownStatus } from './statuses';

describe('a status', () => {
  it.each(STATUSES)('%s has word, help, colour and icon', (status) => {
    const look = LOOKS[shownStatus({ status })];
    expect(i18next.exists(look.label)).toBe(true);
    expect(i18next.exists(look.help)).toBe(true);
    expect(look.tone).toBeTruthy();
    expect(look.icon).toBeTruthy();
  });

  it('FAILED without a callback is shown as "No callback"', () => {
    expect(i18next.t(LOOKS[shownStatus({ status: 'FAILED', failureKind: 'NO_CALLBACK' })].label)).toBe('No callback');
    expect(shownStatus({ status: 'FAILED', failureKind: 'REFUSED' })).toBe('FAILED');
  });

  it('CONFIRMED names who confirmed it, and never looks like plain success', () => {
    const look = LOOKS.CONFIRMED;
    expect(i18next.t(look.label, { name: 'ada' })).toBe('Succeeded (confirmed by ada)');
    expect(look.tone).not.toBe(LOOKS.SUCCEEDED.tone);
    expect(look.icon).not.toBe(LOOKS.SUCCEEDED.icon);
  });

  it('QUEUED is told apart by what it waits for; being blocked comes first', () => {
    expect(shownStatus({ status: 'QUEUED', retrying: true })).toBe('RETRYING');
    expect(shownStatus({ status: 'QUEUED', retrying: true, blockedBy: { id: '1', action: 'CREATE', status: 'FAILED' } })).toBe('BLOCKED');
  });
});
