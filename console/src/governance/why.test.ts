import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { FINDING_KINDS, type Finding, type FindingKind } from '../api/governance';
import { isOpen, remediesFor } from './families';
import { whyOf } from './why';

const finding = (kind: FindingKind, facts: Record<string, unknown> = {}): Finding =>
  ({ kind, status: 'OPEN', details: { facts, holds: [] } }) as unknown as Finding;

describe('a finding', () => {
  it('says since when nobody has signed in', () => {
    expect(whyOf(i18next.t, finding('DORMANT', { lastSignInAt: '2026-01-02T03:04:05Z' }))).toContain('2026-01-02');
    expect(whyOf(i18next.t, finding('DORMANT', { lastSignInAt: null, createdAt: '2025-05-06T00:00:00Z' }))).toContain('2025-05-06');
  });

  it('names both sides of a separation of duties', () => {
    const why = whyOf(i18next.t, finding('SEPARATION_OF_DUTIES', { heldA: ['ERP: Pay'], heldB: ['ERP: Approve'] }));
    expect(why).toContain('ERP: Pay');
    expect(why).toContain('ERP: Approve');
  });

  it.each(FINDING_KINDS)('%s has a sentence and something that can be done about it', (kind) => {
    expect(whyOf(i18next.t, finding(kind))).not.toContain('governance.');
    expect(remediesFor(finding(kind)).length).toBeGreaterThan(0);
  });

  it('is open until something was done or it is gone', () => {
    expect(isOpen(finding('DORMANT'))).toBe(true);
    expect(isOpen({ ...finding('DORMANT'), status: 'RESOLVED' })).toBe(false);
  });
});
