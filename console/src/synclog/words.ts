import type { TFunction } from 'i18next';
import type { TaskRow } from '../api/tasks';
import { shownStatus } from './statuses';

/** The task in one sentence: "Deleting ming.li in Feishu failed: the token lacks contact:write". */
export function sentence(t: TFunction, task: TaskRow): string {
  return t(`synclog.sentence.${shownStatus(task)}`, {
    doing: t(`synclog.doing.${task.action}`),
    object: task.object.name,
    application: task.application.name,
    reason: task.failureMessage ? withoutLead(task.failureMessage) : t('synclog.noReason'),
    name: task.settledBy ?? t('synclog.somebody'),
  });
}

/** The reason alone: the sentence has already said what failed ("Creating ming.li failed. ...", "No callback: ..."). Hidden personal values as dots. */
export const withoutLead = (message: string) =>
  message.replace(/^(?:[A-Z][a-z]+ing .{1,300}? failed\. |No callback: )(?=\S)/, '').replaceAll(/\[personal:[a-z]+\]/g, '••••••');

/** What happens to the task next by itself, or who it waits for. */
export function nextStep(t: TFunction, task: TaskRow): string {
  const shown = shownStatus(task);
  const held = task.objectType === 'ACCOUNT' ? t('synclog.next.heldAccount') : t('synclog.next.held');
  switch (shown) {
    case 'BLOCKED':
      if (task.waitingFor && task.waitReason && task.blockedBy?.id === task.waitingFor) {
        return t('synclog.next.waitingForOther', { reason: task.waitReason });
      }
      return t('synclog.next.BLOCKED', { action: t(`synclog.action.${task.blockedBy?.action ?? 'UPDATE'}`).toLowerCase() });
    case 'RETRYING':
    case 'QUEUED':
      return task.waitReason ? t('synclog.next.waiting', { reason: task.waitReason }) : t(`synclog.next.${shown}`);
    case 'FAILED':
    case 'NO_CALLBACK':
      return `${t(`synclog.next.${shown}`)} ${held}`;
    case 'RUNNING':
    case 'AWAITING_CALLBACK':
    case 'SUCCEEDED':
    case 'CONFIRMED':
    case 'SUPERSEDED':
    case 'CANCELLED':
      return t(`synclog.next.${shown}`);
  }
}

/** How far the tries are used up: "2 of 8"; after a retry by hand there may be more of them than one schedule has. */
export const triesOf = (t: TFunction, { attempts, maxAttempts }: TaskRow) =>
  maxAttempts && attempts <= maxAttempts ? t('synclog.attemptsOf', { attempts, max: maxAttempts }) : String(attempts);
