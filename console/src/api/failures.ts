import type { FailureKind, Named, Status } from './tasks';

export const GROUP_STATES = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'CAME_BACK'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** Failures with one cause. */
export interface FailureGroup {
  id: string;
  application: Named;
  kind: FailureKind;
  /** What the messages have in common. */
  pattern: string;
  /** The latest message, as it was. */
  sampleMessage: string;
  sampleTaskId: string;
  /** How often tasks failed so, in all. */
  failures: number;
  firstSeenAt: string;
  lastSeenAt: string;
  state: GroupState;
  stateAt: string;
  stateBy: string | null;
  cameBackAt: string | null;
  owner: string | null;
  version: number;
  /** How many tasks stand failed so now, and how many people they are about. */
  tasks: number;
  people: number;
  standingSince: string | null;
}

export interface Decision {
  state: GroupState;
  owner: string | null;
  reason?: string;
}

export const NOTE_EVENTS = ['NOTE', 'ACKNOWLEDGED', 'RESOLVED', 'REOPENED', 'CAME_BACK', 'OWNER'] as const;

export interface Note {
  id: string;
  at: string;
  by: string;
  event: (typeof NOTE_EVENTS)[number];
  text: string | null;
}

export interface ConcernedPerson {
  userId: string;
  name: string;
  tasks: number;
  since: string;
}

export interface Trend {
  from: string;
  to: string;
  bucketSeconds: number;
  buckets: { at: string; failures: number }[];
  /** How the tasks that ever failed so stand now. */
  became: Partial<Record<Status, number>>;
  /** Whether there are more than `became` counts. */
  ofLatest: boolean;
}
