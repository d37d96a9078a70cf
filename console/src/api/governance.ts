import type { Status } from './tasks';

export type Remedy = 'NOTIFY' | 'UNBIND' | 'DISABLE' | 'DELETE';
export type RunStatus = 'RUNNING' | 'HELD' | 'DONE' | 'CANCELLED' | 'FAILED';
export type FindingStatus = 'OPEN' | 'HELD' | 'ACTED' | 'PASSED' | 'ADOPTED' | 'RESOLVED' | 'DRY';
export type FindingKind =
  | 'DORMANT'
  | 'NOT_KNOWN_HERE'
  | 'WITHOUT_USER'
  | 'DUPLICATE'
  | 'SEPARATION_OF_DUTIES'
  | 'FORBIDDEN_GRANT'
  | 'UNJUSTIFIED_PERMISSION'
  | 'UNJUSTIFIED_ACCOUNT';
export type Side = 'A' | 'B';

export const FINDING_KINDS: FindingKind[] = [
  'DORMANT',
  'NOT_KNOWN_HERE',
  'WITHOUT_USER',
  'DUPLICATE',
  'SEPARATION_OF_DUTIES',
  'FORBIDDEN_GRANT',
  'UNJUSTIFIED_PERMISSION',
  'UNJUSTIFIED_ACCOUNT',
];
export const FINDING_STATUSES: FindingStatus[] = ['OPEN', 'HELD', 'ACTED', 'PASSED', 'ADOPTED', 'RESOLVED', 'DRY'];
export const RUN_STATUSES: RunStatus[] = ['RUNNING', 'HELD', 'DONE', 'CANCELLED', 'FAILED'];
export const REMEDIES: Remedy[] = ['NOTIFY', 'UNBIND', 'DISABLE', 'DELETE'];

export type Definition =
  | { kind: 'DORMANT'; days: number; unknownCounts: boolean; readTarget: boolean | null }
  | { kind: 'ORPHAN'; readTarget: boolean | null; adopt: 'NONE' | 'NAME' | 'MAIL' }
  | { kind: 'DUPLICATE'; keep: 'NEWEST' | 'OLDEST' }
  | { kind: 'SEPARATION_OF_DUTIES'; permissionsA: string[]; permissionsB: string[]; side: Side }
  | { kind: 'FORBIDDEN_GRANT'; expression: string; permissionIds: string[] }
  | { kind: 'UNJUSTIFIED_GRANT'; applicationIds: string[]; permissions: boolean; accounts: boolean };
export type Kind = Definition['kind'];

export interface Schedule {
  every: 'DAILY' | 'WEEKLY';
  at: string;
  zone: string;
  day: string | null;
}

export interface Limits {
  accounts: number | null;
  percent: number | null;
}

export interface CheckBody {
  applicationId?: string;
  name: string;
  enabled: boolean;
  definition: Definition;
  action: Remedy;
  schedule: Schedule | null;
  limits: Limits;
}

export interface Check extends Omit<CheckBody, 'applicationId'> {
  id: string;
  applicationId: string | null;
  applicationName: string | null;
  nextRunAt: string | null;
  lastRun: { id: string; status: RunStatus; dryRun: boolean; found: number; acted: number; createdAt: string; endedAt: string | null } | null;
  version: number;
}

export interface Run {
  id: string;
  checkId: string;
  name: string;
  applicationName: string | null;
  action: Remedy;
  dryRun: boolean;
  status: RunStatus;
  phase: 'READING' | 'FINDING' | 'ACTING';
  listed: number;
  found: number;
  fresh: number;
  touching: number;
  acted: number;
  refused: number;
  adopted: number;
  resolved: number;
  heldBecause: string | null;
  failure: string | null;
  tasks: Partial<Record<Status, number>>;
  initiator: { kind: string; name: string };
  createdAt: string;
  endedAt: string | null;
}

export interface Finding {
  id: string;
  family: 'ACCOUNT_POLICY' | 'COMPLIANCE';
  checkId: string;
  checkName: string;
  kind: FindingKind;
  applicationId: string | null;
  applicationName: string | null;
  accountId: string | null;
  remoteId: string | null;
  objectName: string;
  userId: string | null;
  userName: string | null;
  details: { facts: Record<string, unknown>; holds: { accountId: string; permissionId: string | null; side: Side | null }[] };
  status: FindingStatus;
  message: string | null;
  lastRunId: string;
  foundAt: string;
  seenAt: string;
  endedAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
  passedUntil: string | null;
}
