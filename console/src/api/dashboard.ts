import type { Action, FailureKind, Named, Status } from './tasks';

export const RANGES = ['24h', '7d', '30d'] as const;
export type Range = (typeof RANGES)[number];

/** How tasks that were opened in some time stand. */
export interface Volume {
  opened: number;
  /** As the target or a person says. */
  succeeded: number;
  /** Of these, what a person says. */
  confirmed: number;
  failed: number;
  open: number;
  /** Superseded or cancelled: no longer wanted. */
  other: number;
  /** From 0 to 1; null when nothing ended. */
  successShare: number | null;
}

export interface ApplicationFigures {
  application: Named;
  volume: Volume;
  /** From the event to the target, in milliseconds; null when nothing succeeded. */
  delay: { p50Ms: number; p95Ms: number; tasks: number } | null;
}

export interface Backlog {
  application: Named;
  queued: number;
  running: number;
  awaitingCallback: number;
  oldestOpenedAt: string;
}

export interface Attention {
  kind: FailureKind;
  tasks: number;
  oldestOpenedAt: string;
}

export interface Dashboard {
  range: Range;
  from: string;
  to: string;
  bucketSeconds: number;
  countedAt: string | null;
  /** Whether all of the range is counted. */
  complete: boolean;
  /** Whether there ever was a task. */
  anything: boolean;
  total: Volume;
  bars: { at: string; volume: Volume }[];
  applications: ApplicationFigures[];
  backlog: Backlog[];
  attention: Attention[];
  causes: { unresolved: number; cameBack: number };
}

/** Access somebody still has although it was to be taken away. */
export interface RemainingAccess {
  taskId: string;
  user: Named | null;
  account: Named;
  application: Named;
  action: Action;
  status: Status;
  failureKind: FailureKind | null;
  failureMessage: string | null;
  failureGroup: string | null;
  since: string;
}

export interface RemainingCount {
  count: number;
  capped: boolean;
}
