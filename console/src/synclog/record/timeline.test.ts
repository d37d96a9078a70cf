import { describe, expect, it } from 'vitest';
import type { LogEntry, RelatedTask, Try, WireRequest, WireResponse } from '../../api/tasks';
import { heightOf, timelineOf, type Wait } from './timeline';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
const entry = (event: string, seconds: number, more: Partial<LogEntry> = {}): LogEntry => ({ id: `${event}${seconds}`, at: at(seconds), event, actor: null, message: null, detail: null, ...more });
const attempt = (number: number, from: number, to: number): Try => ({ number, startedAt: at(from), endedAt: at(to), durationMs: (to - from) * 1000, outcome: 'UNAVAILABLE', failureKind: null, message: null, counted: true });
const response = (number: number, status: string) => ({ attempt: number, seq: 1, status }) as WireResponse;
const request = (number: number, seconds: number) => ({ attempt: number, seq: 1, at: at(seconds) }) as WireRequest;

const quiet = { tries: [], requests: [], responses: [], related: [], status: 'SUCCEEDED' as const, dueAt: null, waitReason: null, callbackDueAt: null, blockedBy: null, waitingFor: null };
const waits = (task: Parameters<typeof timelineOf>[0], now = 1000) =>
  timelineOf(task, new Date(at(now)))
    .filter((moment): moment is Wait => moment.kind === 'wait')
    .map(({ reason, ms, until, now: lasts }) => [reason, ms / 1000, until, lasts]);

describe('the timeline', () => {
  it('draws every wait with its reason', () => {
    const log = [
      entry('OPENED', 0),
      entry('STARTED', 5),
      entry('RETRY_LATER', 6, { detail: { until: at(36) } }),
      entry('STARTED', 36),
      entry('THROTTLED', 37, { detail: { until: at(97) } }),
      entry('STARTED', 98),
      entry('AWAITING_CALLBACK', 99, { detail: { until: at(3699) } }),
      entry('NO_CALLBACK', 3699),
      entry('CONFIRMED', 9000),
    ];
    expect(waits({ ...quiet, log })).toEqual([
      ['QUEUE', 5, undefined, false],
      ['BACK_OFF', 30, at(36), false],
      ['RATE_LIMIT', 61, at(97), false],
      ['CALLBACK', 3600, at(3699), false],
      ['PERSON', 5301, undefined, false],
    ]);
  });

  it('leaves out what took no time', () => {
    expect(waits({ ...quiet, log: [entry('OPENED', 0), entry('STARTED', 0.9), entry('SUCCEEDED', 5)] })).toEqual([]);
  });

  it('gives each try its duration and what was answered, also when the first ones are not kept', () => {
    const task = { ...quiet, log: [entry('STARTED', 0), entry('RETRY_LATER', 1), entry('STARTED', 9)], tries: [attempt(7, 0, 1), attempt(8, 9, 10)], responses: [response(8, '503')] };
    const steps = timelineOf(task, new Date(at(20))).flatMap((moment) => (moment.kind === 'step' && moment.attempt ? [[moment.attempt.number, moment.status]] : []));
    expect(steps).toEqual([
      [7, undefined],
      [8, '503'],
    ]);
  });

  it('has no try yet for the one under way', () => {
    const task = { ...quiet, status: 'RUNNING' as const, log: [entry('STARTED', 0), entry('RETRY_LATER', 1), entry('STARTED', 9)], tries: [attempt(1, 0, 1)] };
    const numbers = timelineOf(task, new Date(at(20))).flatMap((moment) => (moment.kind === 'step' && moment.entry.event === 'STARTED' ? [moment.attempt?.number] : []));
    expect(numbers).toEqual([1, undefined]);
    expect(waits(task, 20).at(-1)).toEqual(['SENDING', 11, undefined, true]);
  });

  it('tells what held a try back before it sent anything', () => {
    const log = [entry('OPENED', 0), entry('STARTED', 0), entry('SUCCEEDED', 8)];
    expect(waits({ ...quiet, log, tries: [attempt(1, 0, 8)], requests: [request(1, 6)] })).toEqual([['OWN_LIMIT', 6, undefined, false]]);
  });

  it('names the earlier task it stood behind', () => {
    const earlier = { id: 'a', action: 'UPDATE', relation: 'EARLIER', settledAt: at(40) } as RelatedTask;
    const longSettled = { ...earlier, id: 'b', settledAt: at(-5) };
    const log = [entry('OPENED', 0), entry('STARTED', 41)];
    const [wait] = timelineOf({ ...quiet, log, related: [earlier, longSettled] }, new Date(at(50))).filter((moment) => moment.kind === 'wait');
    expect(wait).toMatchObject({ reason: 'EARLIER_TASK', task: { id: 'a' } });
  });

  it.each([
    [{ status: 'FAILED' as const }, ['PERSON', 100, undefined, true]],
    [{ status: 'AWAITING_CALLBACK' as const, callbackDueAt: at(500) }, ['CALLBACK', 100, at(500), true]],
    [{ status: 'QUEUED' as const, dueAt: at(300) }, ['BACK_OFF', 100, at(300), true]],
    [{ status: 'QUEUED' as const, blockedBy: { id: 'x', action: 'UPDATE' as const, status: 'FAILED' as const } }, ['EARLIER_TASK', 100, undefined, true]],
    [{ status: 'QUEUED' as const, waitingFor: 'x', blockedBy: { id: 'x', action: 'CREATE' as const, status: 'FAILED' as const } }, ['OTHER_OBJECT', 100, undefined, true]],
  ])('says what %j waits for now', (state, expected) => {
    expect(waits({ ...quiet, ...state, log: [entry('RETRY_LATER', 0)] }, 100)).toEqual([expected]);
  });
});

it('a longer wait is drawn taller, within bounds', () => {
  const heights = [1_000, 60_000, 3_600_000, 86_400_000, 10 * 365 * 86_400_000].map(heightOf);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(new Set(heights).size).toBe(5);
  expect(heights[0]).toBe(18);
  expect(heights.at(-1)).toBeLessThanOrEqual(60);
});
