import { describe, expect, it } from 'vitest';
import type { Dashboard } from '../api/dashboard';
import { backlogOf, failedOf, logOfBars, percent } from './figures';

const hr = { id: 'a', name: 'HR' };
const dashboard = {
  bucketSeconds: 3600,
  bars: [{ at: '2026-05-04T09:00:00Z' }, { at: '2026-05-04T10:00:00Z' }],
  backlog: [
    { application: hr, queued: 3, running: 1, awaitingCallback: 0, oldestOpenedAt: '2026-05-04T09:30:00.5Z' },
    { application: hr, queued: 0, running: 0, awaitingCallback: 2, oldestOpenedAt: '2026-05-04T09:30:00Z' },
  ],
  attention: [
    { kind: 'REFUSED', tasks: 5, oldestOpenedAt: '2026-05-01T00:00:00Z' },
    { kind: 'INVALID', tasks: 2, oldestOpenedAt: '2026-05-02T00:00:00Z' },
  ],
} as unknown as Dashboard;

describe('the figures of the dashboard', () => {
  it.each([
    [null, '–'],
    [1, '100%'],
    [0.99999, '99.9%'],
    [0.9874, '98.7%'],
    [0.00001, '0.1%'],
    [0, '0%'],
  ])('say the share %s as %s', (share, text) => expect(percent(share)).toBe(text));

  it('add up what waits, with the oldest of it', () => {
    expect(backlogOf(dashboard)).toEqual({ tasks: 6, oldest: '2026-05-04T09:30:00Z' });
    expect(backlogOf({ ...dashboard, backlog: [] })).toEqual({ tasks: 0, oldest: null });
  });

  it('add up what stands failed', () => expect(failedOf(dashboard)).toBe(7));

  it('lead into the log with the time of the bars', () => {
    expect(logOfBars(dashboard, 0, 1)).toEqual({ view: 'all', from: '2026-05-04T09:00:00Z', to: '2026-05-04T11:00:00.000Z' });
  });
});
