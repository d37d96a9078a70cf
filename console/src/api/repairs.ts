import { post, type QueryValue } from './client';
import type { Action, FailureKind, ObjectType, Status } from './tasks';

export const REPAIR_ACTIONS = ['RETRY', 'CONFIRM', 'CANCEL'] as const;
export type RepairAction = (typeof REPAIR_ACTIONS)[number];

export const REPAIR_STATUSES = ['PLANNING', 'PLANNED', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE', 'CANCELLED', 'EXPIRED', 'FAILED'] as const;
export type RepairStatus = (typeof REPAIR_STATUSES)[number];

export const RESULTS = ['WAITING', 'UNDER_WAY', 'DONE', 'FAILED_AGAIN', 'CHANGED', 'REFUSED', 'NOT_DONE', 'LEFT_OUT'] as const;
export type Result = (typeof RESULTS)[number];

/** Why a task is left alone. */
export const WHYS = [
  'UNKNOWN',
  'ALREADY_SUCCEEDED',
  'ALREADY_CONFIRMED',
  'ALREADY_SUPERSEDED',
  'ALREADY_CANCELLED',
  'QUEUED',
  'ON_THE_WIRE',
  'BLOCKED',
  'TRIED_AGAIN',
] as const;
export type Why = (typeof WHYS)[number];

export interface RepairCounts {
  waiting: number;
  underWay: number;
  done: number;
  failedAgain: number;
  changed: number;
  refused: number;
  notDone: number;
}

export interface RepairCause {
  applicationId: string;
  applicationName: string;
  action: Action;
  objectType: ObjectType;
  failureKind: FailureKind | null;
  /** Null for tasks that never failed, and for the rarer ones. */
  failureGroup: string | null;
  /** What the messages have in common. */
  message: string | null;
  /** The rarer messages together. */
  various: boolean;
  tasks: number;
}

interface Person {
  kind: string;
  id: string | null;
  name: string;
}

export interface Repair {
  id: string;
  action: RepairAction;
  status: RepairStatus;
  /** Parameters of the log; null when the tasks were chosen one by one. */
  filter: Record<string, string[]> | null;
  selected: number | null;
  total: number;
  counts: RepairCounts;
  leftOut: number;
  /** Tasks of the plan that delete something. */
  deletions: number;
  /** Tasks of the plan that only take access away. */
  takingAway: number;
  /** Null in a list. */
  plan: { causes: RepairCause[]; leftOut: { why: Why; tasks: number }[] } | null;
  reason: string | null;
  perMinute: number | null;
  stopAfter: number | null;
  because: string | null;
  plannedBy: Person;
  runBy: Person | null;
  createdAt: string;
  plannedAt: string | null;
  expiresAt: string | null;
  startedAt: string | null;
  endedAt: string | null;
}

export interface RepairTask {
  number: number;
  taskId: string;
  result: Result;
  why: Why | null;
  message: string | null;
  at: string | null;
  task: {
    applicationId: string;
    applicationName: string;
    objectType: ObjectType;
    objectName: string;
    userName: string | null;
    action: Action;
    status: Status;
    failureKind: FailureKind | null;
    failureMessage: string | null;
    settledBy: string | null;
  } | null;
}

export type PlanRequest = { action: RepairAction } & (
  | { taskIds: string[] }
  /** What the log's list is asked with. */
  | { filter: Record<string, QueryValue> }
);

/** Makes a plan, which changes no task yet; its page is /repairs/ID. */
export const planRepair = (body: PlanRequest): Promise<{ id: string }> => post<Repair>('/repairs', body);
