import { describe, expect, it } from 'vitest';
import { RESULTS, type Repair } from '../api/repairs';
import { taskQuery } from '../synclog/search';
import { COUNTED, finalDeletions, isMoving, keptAccess, logOf, mayBeCancelled, secondsAt } from './repairs';

const repair = (over: Partial<Repair>): Repair => ({
  id: 'r',
  action: 'RETRY',
  status: 'PLANNED',
  filter: null,
  selected: 3,
  total: 3,
  counts: { waiting: 3, underWay: 0, done: 0, failedAgain: 0, changed: 0, refused: 0, notDone: 0 },
  leftOut: 0,
  deletions: 0,
  takingAway: 0,
  plan: null,
  reason: null,
  perMinute: null,
  stopAfter: null,
  because: null,
  plannedBy: { kind: 'ADMINISTRATOR', id: null, name: 'admin' },
  runBy: null,
  createdAt: '2026-05-04T10:00:00Z',
  plannedAt: null,
  expiresAt: null,
  startedAt: null,
  endedAt: null,
  ...over,
});

describe('a repair', () => {
  it('counts every result but what the plan has left out', () => {
    expect(COUNTED.map(([, result]) => result).toSorted()).toEqual(RESULTS.filter((result) => result !== 'LEFT_OUT').toSorted());
  });

  it('moves while it is planned or run, and after its end while something is under way', () => {
    expect(isMoving(repair({ status: 'PLANNING' }))).toBe(true);
    expect(isMoving(repair({}))).toBe(false);
    expect(isMoving(repair({ status: 'DONE', counts: { ...repair({}).counts, waiting: 0, underWay: 1, done: 2 } }))).toBe(true);
  });

  it('may be cancelled until it has ended', () => {
    expect(mayBeCancelled(repair({ status: 'STOPPED' }))).toBe(true);
    expect(mayBeCancelled(repair({ status: 'EXPIRED' }))).toBe(false);
  });

  it('names what is final only where it is', () => {
    expect(finalDeletions(repair({ action: 'CONFIRM', deletions: 2 }))).toBe(2);
    expect(finalDeletions(repair({ action: 'RETRY', deletions: 2 }))).toBe(0);
    expect(keptAccess(repair({ action: 'CANCEL', takingAway: 2 }))).toBe(2);
    expect(keptAccess(repair({ action: 'CONFIRM', takingAway: 2 }))).toBe(0);
  });

  it('takes as long as its rate says', () => {
    expect(secondsAt(1, 600)).toBe(1);
    expect(secondsAt(1200, 600)).toBe(120);
    expect(secondsAt(3, 1)).toBe(180);
  });
});

describe('the view a filter came from', () => {
  it('asks the log for the same', () => {
    const asked = { application: ['a1'], status: ['FAILED'], q: ['ming'], from: ['2026-05-04T10:00:00Z'] };
    expect(taskQuery(logOf(asked))).toMatchObject({ application: ['a1'], status: ['FAILED'], q: 'ming', from: '2026-05-04T10:00:00Z', view: undefined });
  });

  it('knows what needs a person', () => {
    expect(logOf({ view: ['attention'] }).view).toBeUndefined();
    expect(logOf({ view: ['ALL'] }).view).toBe('all');
    expect(logOf({}).view).toBe('all');
  });
});
