import type { TFunction } from 'i18next';
import type { Condition } from '../api/notifications';
import { amount } from '../ui/format';

/** Minutes in the unit that says them shortest. */
export function spanOf(minutes: number): { value: number; unit: 'minutes' | 'hours' | 'days' } {
  if (minutes > 0 && minutes % 1440 === 0) {
    return { value: minutes / 1440, unit: 'days' };
  }
  return minutes > 0 && minutes % 60 === 0 ? { value: minutes / 60, unit: 'hours' } : { value: minutes, unit: 'minutes' };
}

export const MINUTES_OF = { minutes: 1, hours: 60, days: 1440 } as const;

export function lasting(t: TFunction, minutes: number): string {
  const { value, unit } = spanOf(minutes);
  return t(`notifications.span.${unit}`, { count: value, number: amount(value) });
}

/** What a rule watches, as a clause. */
export function inWords(t: TFunction, condition: Condition): string {
  switch (condition.kind) {
    case 'FAILURE_SHARE':
      return t('notifications.words.FAILURE_SHARE', { percent: condition.percent, span: lasting(t, condition.minutes), atLeast: amount(condition.atLeast) });
    case 'BACKLOG_AGE':
      return t('notifications.words.BACKLOG_AGE', { span: lasting(t, condition.minutes) });
    case 'NO_ACTIVITY':
      return t('notifications.words.NO_ACTIVITY', { span: lasting(t, condition.minutes) });
    case 'HELD':
      return t(condition.which === 'REMOVALS' ? 'notifications.words.REMOVALS' : 'notifications.words.HELD', { span: lasting(t, condition.minutes) });
    case 'RUN_HELD':
      return t('notifications.words.RUN_HELD');
  }
}
