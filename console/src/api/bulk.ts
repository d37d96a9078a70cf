import type { FailureKind, Status } from './tasks';

export type BatchStatus = 'READING' | 'READY' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';
export type RowStatus = 'WAITING' | 'BAD' | 'OPENED' | 'SKIPPED' | 'APPLIED' | 'FAILED' | 'CANCELLED';

export interface TaskCounts {
  queued: number;
  running: number;
  awaitingCallback: number;
  succeeded: number;
  failed: number;
  confirmed: number;
  superseded: number;
  cancelled: number;
}

export interface Batch {
  id: string;
  kind: 'IMPORT' | 'PROVISIONING' | 'USERS';
  name: string;
  /** Null when it changes users themselves. */
  applicationId: string | null;
  applicationName: string | null;
  status: BatchStatus;
  options: Record<string, unknown>;
  total: number;
  bad: number;
  opened: number;
  skipped: number;
  tasks: TaskCounts;
  failure: string | null;
  initiator: { kind: string; id: string | null; name: string } | string;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  version: number;
}

export interface BatchRow {
  number: number;
  subject: string;
  userId: string | null;
  status: RowStatus;
  message: string | null;
  content: Record<string, unknown> | null;
  task: { id: string; status: Status; failureKind: FailureKind | null; failureMessage: string | null } | null;
}

export interface ProvisioningFilter {
  organizationId?: string;
  includeSubOrganizations?: boolean;
  status?: string;
  q?: string;
  expression?: string;
}

export interface ProvisioningPreview {
  matching: number;
  alreadyHave: number;
  sample: { id: string; userName: string; displayName: string; organizationName?: string | null }[];
}
