import type { TFunction } from 'i18next';
import type { Repair } from '../api/repairs';
import { amount } from '../ui/format';
import { secondsAt } from './repairs';

/** "Retry 1,234 tasks" */
export const titleOf = (t: TFunction, repair: Repair) =>
  repair.status === 'PLANNING' ? t(`repairs.action.${repair.action}`) : t(`repairs.title.${repair.action}`, { count: repair.total, number: amount(repair.total) });

/** How long so many tasks take at a rate, in the largest unit that fits. */
export function timeTaken(t: TFunction, tasks: number, perMinute: number): string {
  const seconds = secondsAt(tasks, perMinute);
  const [unit, count] =
    seconds < 90 ? ['seconds', seconds] : seconds < 90 * 60 ? ['minutes', Math.round(seconds / 60)] : seconds < 48 * 3600 ? ['hours', Math.round(seconds / 3600)] : ['days', Math.round(seconds / 86400)];
  return t(`repairs.takes.${unit}`, { count: count as number, number: amount(count as number) });
}
