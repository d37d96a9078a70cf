import type { TaskDetail } from '../../api/tasks';
import { prettyJson } from '../../ui/json';
import { attemptsOf, exchangesOf, firstLine } from './exchanges';

/** What went over the wire in one try, in one text each way: without headers, which differ always and say little. */
export interface Conversation {
  requests: string;
  responses: string;
}

/** @param attempt number of the try; the last one where it is left out */
export function conversationOf(task: Pick<TaskDetail, 'requests' | 'responses'>, attempt?: number): Conversation {
  const exchanges = exchangesOf(task);
  const number = attempt ?? exchanges.at(-1)?.attempt;
  const chosen = exchanges.filter((exchange) => exchange.attempt === number);
  const text = (message: Parameters<typeof firstLine>[0] | undefined) => (message ? [firstLine(message), prettyJson(message.body ?? '')].filter(Boolean).join('\n') : '—');
  return { requests: chosen.map(({ request }) => text(request)).join('\n\n'), responses: chosen.map(({ response }) => text(response)).join('\n\n') };
}

/** The try before the last one; undefined where there is none. */
export const attemptBefore = (task: Pick<TaskDetail, 'requests' | 'responses'>): number | undefined => attemptsOf(exchangesOf(task)).at(-2);
