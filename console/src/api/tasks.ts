import type { ExactNumber } from './exact';

export const STATUSES = [
  'QUEUED',
  'RUNNING',
  'AWAITING_CALLBACK',
  'SUCCEEDED',
  'FAILED',
  'CONFIRMED',
  'SUPERSEDED',
  'CANCELLED',
] as const;
export type Status = (typeof STATUSES)[number];

export const SOURCES = [
  'SELF_SERVICE_DEPROVISIONING',
  'ACCESS_REQUEST',
  'PROVISIONING_POLICY',
  'RETRY_AFTER_MODIFICATION',
  'PERMISSION_CHANGE',
  'GLOBAL_PROVISIONING_POLICY',
  'APPLICATION_ACCOUNT_POLICY',
  'COMPLIANCE_REVIEW',
  'PERMISSION_EXPIRY',
  'MANUAL',
] as const;
export type Source = (typeof SOURCES)[number];

export const ACTIONS = ['CREATE', 'UPDATE', 'DELETE', 'ENABLE', 'DISABLE'] as const;
export type Action = (typeof ACTIONS)[number];

export const OBJECT_TYPES = ['ACCOUNT', 'ORGANIZATION', 'GROUP'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

export const FAILURE_KINDS = [
  'REFUSED',
  'UNAVAILABLE',
  'UNCLEAR',
  'NO_CALLBACK',
  'THROTTLED',
  'INVALID',
  'INTERNAL',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What the server lets a person do with a task. */
export type TaskAction = 'VIEW' | 'VIEW_DETAILS' | 'CONFIRM' | 'RETRY' | 'MODIFY' | 'CANCEL';

export interface Named {
  id: string;
  name: string;
}

export interface TaskRow {
  id: string;
  application: Named;
  objectType: ObjectType;
  object: Named;
  user: Named | null;
  action: Action;
  source: Source;
  status: Status;
  failureKind: FailureKind | null;
  failureMessage: string | null;
  /** What its last failure has in common with others; null while it never failed. */
  failureGroup: string | null;
  attempts: number;
  maxAttempts: number | null;
  openedAt: string;
  settledAt: string | null;
  dueAt: string | null;
  waitReason: string | null;
  waitingFor: string | null;
  callbackDueAt: string | null;
  initiator: { kind: string; id: string | null; name: string };
  cause: { type: string; id: string | null; name: string } | null;
  batchId: string | null;
  settledBy: string | null;
  settleReason: string | null;
  note: string | null;
  blockedBy: { id: string; action: Action; status: Status; objectType?: ObjectType; name?: string } | null;
  retrying: boolean;
  actions: TaskAction[];
}

export interface PermissionRef {
  id: string;
  kind: string;
  name: string;
  value: string;
}

type Scalar = string | number | ExactNumber | boolean;

export type AttributeValue = Scalar | null | Scalar[];

export interface Parameters {
  name: string;
  attributes: Record<string, AttributeValue>;
  bind: PermissionRef[];
  unbind: PermissionRef[];
}

export interface AttributeSpec {
  name: string;
  type: 'TEXT' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN';
  required: boolean;
  multiple: boolean;
  secret: boolean;
  help: string;
}

export interface LogEntry {
  id: string;
  at: string;
  event: string;
  actor: string | null;
  message: string | null;
  detail: Record<string, unknown> | null;
}

export interface Try {
  number: number;
  startedAt: string;
  endedAt: string | null;
  durationMs: number | null;
  outcome: string;
  failureKind: FailureKind | null;
  message: string | null;
  counted: boolean;
}

/** Why values of a message are masked. */
export interface MaskedBy {
  /** SECRET_VALUE: known as secret, wherever it stands. */
  rule: 'SECRET_NAME' | 'SECRET_HEADER' | 'MASKED_ATTRIBUTE' | 'SECRET_VALUE';
  /** The field; null for a value. */
  name: string | null;
}

interface WireMessage {
  attempt: number;
  seq: number;
  at: string;
  headers: Record<string, string[]> | null;
  body: string | null;
  /** Characters of the body as it travelled. */
  size: number;
  /** Characters of the body that were not kept. */
  cut: number;
  /** The rules that masked something in it; empty for what was recorded before they were kept. */
  masked: MaskedBy[];
}

export interface WireRequest extends WireMessage {
  protocol: string | null;
  operation: string | null;
  target: string | null;
}

export interface WireResponse extends WireMessage {
  status: string | null;
  /** No answer came: the body says what happened instead. */
  broken: boolean;
  durationMs: number | null;
}

export interface Callback {
  receivedAt: string;
  verdict: string;
  webhookId: string | null;
  message: string | null;
  headers: Record<string, string[] | string> | null;
  body: string | null;
  /** More like it that were only counted. */
  repeats?: number;
}

export type Relation = 'EARLIER' | 'LATER' | 'SUPERSEDES' | 'SUPERSEDED_BY' | 'WAITED_FOR' | 'WAITS_FOR_THIS' | 'SAME_BATCH';

export interface RelatedTask {
  id: string;
  action: Action;
  source: Source;
  status: Status;
  openedAt: string;
  settledAt: string | null;
  relation: Relation;
}

export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

export interface TaskDetail extends TaskRow {
  remoteId: string | null;
  takesAway: boolean;
  priority: 'INTERACTIVE' | 'BULK';
  supersedes: { id: string } | null;
  supersededBy: { id: string } | null;
  parameters: Parameters;
  permissionDetails?: { bound: PermissionRef[]; unbound: PermissionRef[] } | null;
  log: LogEntry[];
  tries: Try[];
  requests: WireRequest[];
  responses: WireResponse[];
  callbacks: Callback[];
  related: RelatedTask[];
  modification: { reason: string | null; difference: Change[] } | null;
  schema: { attributes: AttributeSpec[]; open: boolean } | null;
  /** False when the reader may not see what was carried, which is left out then. */
  payloads?: boolean;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Facets {
  facets: Record<string, FacetValue[]>;
  total: number;
  totalIsEstimate: boolean;
}

export interface HistogramData {
  from: string;
  to: string;
  bucketSeconds: number;
  /** The numbers were projected from a part of the tasks. */
  estimate: boolean;
  buckets: { at: string; total: number; failed: number; succeeded: number; open: number }[];
}

export interface ConfirmPreview {
  title: string;
  followUps: { sentence: string; destructive: boolean }[];
}

/** What retrying would send, and what has changed since it failed. */
export interface RetryPreview {
  parameters: Parameters;
  remoteId: string | null;
  applicationChangedAt: string | null;
  /** Where the mappings would give something else today. */
  mappingNow: Change[];
}

export const TRAIL_KINDS = [
  'BATCH',
  'USER_CHANGE',
  'PERMISSION_EDIT',
  'ORGANIZATION_CHANGE',
  'GROUP_CHANGE',
  'SYNCHRONIZATION',
  'POLICY_RUN',
  'POLICY_VERSION',
  'GLOBAL_POLICY',
  'REQUEST',
  'APPROVAL',
  'RELEASE',
  'EXPIRY',
  'ACCOUNT_POLICY',
  'COMPLIANCE_RULE',
  'GOVERNANCE_RUN',
  'FINDING',
  'DECISION',
  'TASK',
  'BY_HAND',
  'OTHER',
] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

/** One step on the way from what happened to a task. */
export interface TrailStep {
  kind: TrailKind;
  id: string | null;
  within: string | null;
  name: string | null;
  actor: string | null;
  at: string | null;
  note: string | null;
}

/** A task that went well. */
export interface Counterpart {
  id: string;
  objectName: string;
  action: Action;
  openedAt: string;
  settledAt: string;
}

export interface Counterparts {
  sameObject: Counterpart | null;
  sameKind: Counterpart | null;
}

export const RESOLVED_HOW = ['CONFIRMED', 'CORRECTED', 'RETRIED', 'CANCELLED'] as const;

/** How a task was settled that had failed for the same cause. */
export interface Resolution {
  taskId: string;
  objectName: string;
  action: Action;
  how: (typeof RESOLVED_HOW)[number];
  by: string | null;
  reason: string | null;
  at: string;
  correction: string | null;
  difference: Change[];
}
