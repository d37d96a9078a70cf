import type { LogEntry, RelatedTask, TaskDetail, Try } from '../../api/tasks';
import { inOrder } from './steps';

/** Why nothing happened for a while. */
export type WaitReason = 'QUEUE' | 'EARLIER_TASK' | 'OTHER_OBJECT' | 'BACK_OFF' | 'RATE_LIMIT' | 'OWN_LIMIT' | 'CALLBACK' | 'PERSON' | 'SENDING';

export interface Step {
  kind: 'step';
  entry: LogEntry;
  /** The try that began with this step, once it has ended. */
  attempt?: Try;
  /** What the target answered last in it: "400", "68 entryAlreadyExists". */
  status?: string;
}

export interface Wait {
  kind: 'wait';
  key: string;
  reason: WaitReason;
  ms: number;
  /** Until when it was to last, where that was said. */
  until?: string;
  /** The record it waited for. */
  task?: Pick<RelatedTask, 'id' | 'action'>;
  /** What the log says of it. */
  message?: string | null;
  /** Whether it lasts still. */
  now: boolean;
}

export type Moment = Step | Wait;

/** A wait shorter than this is the machine's own breath and not drawn. */
const SHORTEST = 1000;

type Task = Pick<TaskDetail, 'log' | 'tries' | 'requests' | 'responses' | 'related' | 'status' | 'dueAt' | 'waitReason' | 'callbackDueAt' | 'blockedBy' | 'waitingFor'>;

/** What happened, step by step, with the waits between the steps and why there were any. */
export function timelineOf(task: Task, now: Date): Moment[] {
  const entries = inOrder(task.log);
  const started = entries.filter(({ event }) => event === 'STARTED');
  // Of many tries the log and the list of tries each keep the last ones.
  const attemptOf = new Map(started.toReversed().map((entry, i) => [entry.id, ended(task).at(-1 - i)]));
  return entries.flatMap((entry, i) => {
    const attempt = attemptOf.get(entry.id);
    const step: Step = { kind: 'step', entry, attempt, status: attempt && statusOf(task, attempt.number) };
    const held = attempt ? [heldBack(task, attempt)].filter((wait) => wait !== undefined) : [];
    const next = entries[i + 1];
    const wait = next ? between(task, entry, next) : lasting(task, entry, now);
    return [step, ...held, ...(wait ? [wait] : [])];
  });
}

/** One place for each try that has begun; the last one may be under way. */
const ended = ({ tries, status }: Task): (Try | undefined)[] => (status === 'RUNNING' ? [...tries, undefined] : tries);

const time = (at: string) => new Date(at).getTime();

const statusOf = ({ responses }: Task, attempt: number) => responses.findLast((response) => response.attempt === attempt)?.status ?? undefined;

/** Before its first request a try waits only for the application's own limits. */
function heldBack({ requests }: Task, attempt: Try): Wait | undefined {
  const first = requests.find((request) => request.attempt === attempt.number && request.seq === 1);
  const ms = first ? time(first.at) - time(attempt.startedAt) : 0;
  return ms >= SHORTEST ? { kind: 'wait', key: `held${attempt.number}`, reason: 'OWN_LIMIT', ms, now: false } : undefined;
}

function between(task: Task, from: LogEntry, to: LogEntry): Wait | undefined {
  const ms = time(to.at) - time(from.at);
  const reason = reasonAfter(from.event);
  if (reason === undefined || reason === 'SENDING' || ms < SHORTEST) {
    return undefined;
  }
  const earlier = reason === 'QUEUE' ? heldBy(task.related, from.at, to.at) : undefined;
  return { kind: 'wait', key: from.id, reason: earlier ? 'EARLIER_TASK' : reason, ms, until: untilOf(from), task: earlier, message: messageOf(from, reason), now: false };
}

/** What the task waits for now. */
function lasting(task: Task, last: LogEntry, now: Date): Wait | undefined {
  const ms = Math.max(0, now.getTime() - time(last.at));
  const wait = (reason: WaitReason, more: Partial<Wait> = {}): Wait => ({ kind: 'wait', key: 'now', reason, ms, now: true, ...more });
  switch (task.status) {
    case 'RUNNING':
      return wait('SENDING');
    case 'AWAITING_CALLBACK':
      return wait('CALLBACK', { until: task.callbackDueAt ?? undefined });
    case 'FAILED':
      return wait('PERSON');
    case 'QUEUED':
      if (task.blockedBy) {
        return wait(task.waitingFor === task.blockedBy.id ? 'OTHER_OBJECT' : 'EARLIER_TASK', { task: task.blockedBy, message: task.waitReason });
      }
      return wait(reasonAfter(last.event) ?? 'QUEUE', { until: task.dueAt ?? undefined, message: messageOf(last, reasonAfter(last.event)) ?? task.waitReason });
    case 'SUCCEEDED':
    case 'CONFIRMED':
    case 'SUPERSEDED':
    case 'CANCELLED':
      return undefined;
  }
}

/** What follows a step by itself, and so what the time after it was spent with. */
function reasonAfter(event: string): WaitReason | undefined {
  switch (event) {
    case 'OPENED':
    case 'MODIFIED':
    case 'RETRIED':
    case 'RELEASED':
    case 'LEASE_LOST':
      return 'QUEUE';
    case 'WAITING':
      return 'OTHER_OBJECT';
    case 'RETRY_LATER':
      return 'BACK_OFF';
    case 'THROTTLED':
      return 'RATE_LIMIT';
    case 'AWAITING_CALLBACK':
      return 'CALLBACK';
    case 'FAILED':
    case 'NO_CALLBACK':
      return 'PERSON';
    case 'STARTED':
      return 'SENDING';
    default:
      return undefined;
  }
}

/** The last earlier task of the same object that was settled only while this one waited. */
function heldBy(related: RelatedTask[], from: string, to: string): RelatedTask | undefined {
  const within = ({ settledAt }: RelatedTask) => settledAt !== null && time(settledAt) >= time(from) && time(settledAt) <= time(to);
  return related
    .filter((one) => (one.relation === 'EARLIER' || one.relation === 'SUPERSEDES') && within(one))
    .sort((a, b) => time(a.settledAt ?? to) - time(b.settledAt ?? to))
    .at(-1);
}

const untilOf = ({ detail }: LogEntry): string | undefined => (typeof detail?.until === 'string' ? detail.until : undefined);

const messageOf = (entry: LogEntry, reason: WaitReason | undefined) => (reason === 'OTHER_OBJECT' || reason === 'RATE_LIMIT' ? entry.message : undefined);

/** How tall a wait is drawn: ten times as long is a fixed step taller, so that a second and a week can be told apart on one page. */
export const heightOf = (ms: number): number => Math.round(18 + 7 * Math.min(6, Math.max(0, Math.log10(ms / SHORTEST))));
