import type { Backlog, Dashboard } from '../api/dashboard';
import type { LogSearch } from '../synclog/search';

/** "98.7%"; never "100%" while something failed, nor "0%" while something went well. */
export function percent(share: number | null): string {
  if (share === null) {
    return '–';
  }
  const rounded = Math.round(share * 1000) / 10;
  const honest = share < 1 && rounded === 100 ? 99.9 : share > 0 && rounded === 0 ? 0.1 : rounded;
  return `${honest}%`;
}

export const waiting = ({ queued, running, awaitingCallback }: Backlog) => queued + running + awaitingCallback;

/** All that waits or is under way, and since when the oldest of it does. */
export function backlogOf({ backlog }: Dashboard): { tasks: number; oldest: string | null } {
  return {
    tasks: backlog.reduce((sum, one) => sum + waiting(one), 0),
    oldest: backlog.reduce<string | null>((oldest, { oldestOpenedAt }) => (oldest === null || Date.parse(oldestOpenedAt) < Date.parse(oldest) ? oldestOpenedAt : oldest), null),
  };
}

export const failedOf = ({ attention }: Dashboard) => attention.reduce((sum, { tasks }) => sum + tasks, 0);

/** The log of the tasks opened in some bars, first and last included. */
export function logOfBars({ bars, bucketSeconds }: Dashboard, first: number, last: number): LogSearch {
  const from = bars[first]?.at;
  const to = bars[last]?.at;
  return { view: 'all', from, to: to && new Date(Date.parse(to) + bucketSeconds * 1000).toISOString() };
}

export const logOfBacklog = (application?: string): LogSearch => ({
  view: 'all',
  order: 'oldest',
  status: ['QUEUED', 'RUNNING', 'AWAITING_CALLBACK'],
  application: application === undefined ? undefined : [application],
});
