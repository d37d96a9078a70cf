import type { Repair, RepairAction, RepairCounts, Result } from '../api/repairs';
import { logSearch, type LogSearch } from '../synclog/search';

/** The counts of a repair with the result they count and their colour, in the order they are shown. */
export const COUNTED: [count: keyof RepairCounts, result: Result, colour: string][] = [
  ['done', 'DONE', 'green.6'],
  ['underWay', 'UNDER_WAY', 'blue.5'],
  ['failedAgain', 'FAILED_AGAIN', 'red.6'],
  ['refused', 'REFUSED', 'red.8'],
  ['changed', 'CHANGED', 'orange.5'],
  ['notDone', 'NOT_DONE', 'gray.6'],
  ['waiting', 'WAITING', 'gray.4'],
];

/** Whether a repair will change by itself: it is being planned or run, or what was retried is not through. */
export const isMoving = (repair: Repair) => repair.status === 'PLANNING' || repair.status === 'RUNNING' || repair.counts.underWay > 0;

/** Whether it was run: then it shows results, before that what it is about. */
export const wasRun = (repair: Repair) => repair.startedAt !== null;

export const mayBeCancelled = ({ status }: Repair) =>
  status === 'PLANNING' || status === 'PLANNED' || status === 'RUNNING' || status === 'PAUSED' || status === 'STOPPED';

/** Whether a person has to say why. */
export const needsReason = (action: RepairAction) => action !== 'RETRY';

/** Deletions that would be final in the platform: their number has to be typed. */
export const finalDeletions = (repair: Repair) => (repair.action === 'CONFIRM' ? repair.deletions : 0);

/** Removals of access that would not happen. */
export const keptAccess = (repair: Repair) => (repair.action === 'CANCEL' ? repair.takingAway : 0);

/** Seconds that so many tasks take at a rate, at least. */
export const secondsAt = (tasks: number, perMinute: number) => Math.ceil((tasks / perMinute) * 60);

/** The view of the log that a repair's filter came from. */
export function logOf(filter: Record<string, string[]>): LogSearch {
  const attention = filter.view?.at(-1)?.toLowerCase() === 'attention';
  return logSearch.parse({
    ...filter,
    view: attention ? undefined : 'all',
    order: undefined,
    q: filter.q?.at(-1),
    from: filter.from?.at(-1),
    to: filter.to?.at(-1),
  });
}

/** What has failed of a repair, as a view of the log. */
export const failedOf = (repair: Repair) => ({ repair: [repair.id], status: ['FAILED'] });
