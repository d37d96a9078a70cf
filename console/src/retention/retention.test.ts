import { describe, expect, it } from 'vitest';
import { confirmationOf, type Erasure, type ErasurePlan, givenUpBefore, obstacles, progress, shortened } from './retention';

const plan: ErasurePlan = { userId: '0199', name: 'Ming Li', tasks: 2, payloads: 4, entries: 1, unsettled: 0, stillThere: false, holds: [] };

describe('a period', () => {
  it('gives up whole months only', () => {
    const now = new Date('2026-11-28T12:00:00Z');
    expect(givenUpBefore(27, now).toISOString()).toBe('2026-11-01T00:00:00.000Z');
    expect(givenUpBefore(28, now).toISOString()).toBe('2026-10-01T00:00:00.000Z');
    expect(givenUpBefore(365, now).toISOString()).toBe('2025-11-01T00:00:00.000Z');
  });

  it('is shorter where there was none, or a longer one', () => {
    expect(shortened({}, { payloadDays: 90, taskDays: null })).toEqual(['payloadDays']);
    expect(shortened({ payloadDays: 90, taskDays: 365 }, { payloadDays: 30, taskDays: 365 })).toEqual(['payloadDays']);
    expect(shortened({ payloadDays: 90 }, { payloadDays: 180 })).toEqual([]);
    expect(shortened({ auditDays: 90 }, {})).toEqual([]);
  });
});

describe('the erasure of a person', () => {
  it('is kept off by all that forbids it', () => {
    expect(obstacles(plan)).toEqual([]);
    expect(obstacles({ ...plan, stillThere: true, unsettled: 3 })).toEqual(['stillThere', 'unsettled']);
  });

  it('is confirmed with the name, or the id where there is none', () => {
    expect(confirmationOf(plan)).toBe('Ming Li');
    expect(confirmationOf({ ...plan, name: null })).toBe('0199');
  });

  it('is done only when the server says so', () => {
    const erasure = { phase: 'AUDIT', tasks: 3, entries: 1, tasksDone: 3, entriesDone: 1 } as Erasure;
    expect(progress(erasure)).toBe(0.99);
    expect(progress({ ...erasure, phase: 'DONE' })).toBe(1);
    expect(progress({ ...erasure, tasks: 0, entries: 0, tasksDone: 0, entriesDone: 0 })).toBe(0);
  });
});
