import type { ObjectType, Status } from './tasks';

export const KINDS = ['MATCHED', 'AMBIGUOUS', 'UNKNOWN', 'DIFFERENT', 'MISSING', 'UNDER_WAY', 'LINKED'] as const;
export type Kind = (typeof KINDS)[number];
export const OUTCOMES = ['OPEN', 'LINKED', 'KEPT', 'ALIGNED', 'IGNORED'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Act = 'LINK' | 'KEEP' | 'ALIGN' | 'IGNORE';
export type ReconciliationStatus = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

export interface CorrelationRule {
  attribute: string;
  field: string;
  ignoreCase: boolean;
}

/** What can be read of an application. */
export interface ReconciliationOptions {
  possible: boolean;
  objects: ObjectType[];
  attributes: string[];
  rules: CorrelationRule[];
}

export interface FindingCount {
  objectType: ObjectType;
  kind: Kind;
  outcome: Outcome;
  count: number;
  differing: number;
}

export interface Acting {
  act: Act;
  objectType: ObjectType;
  kind: Kind;
  align: boolean;
  total: number;
  done: number;
  refused: number;
  underWay: boolean;
}

export interface ReconciliationRun {
  id: string;
  applicationId: string;
  applicationName: string;
  status: ReconciliationStatus;
  phase: 'READING' | 'COMPARING';
  accountsRead: number;
  objectsRead: number;
  requests: number;
  rules: CorrelationRule[];
  objects: ObjectType[];
  compared: string[];
  counts: FindingCount[];
  tasks: Partial<Record<Status, number>>;
  acting: Acting | null;
  failure: string | null;
  evidence: { operation: string; target: string; request: string; status: string | null; answer: string | null }[] | null;
  findingsDeletedAt: string | null;
  initiator: { name: string };
  createdAt: string;
  endedAt: string | null;
}

export interface Difference {
  attribute: string;
  expected: unknown;
  found: unknown;
  masked: boolean;
}

export interface Subject {
  id: string;
  name: string;
  detail: string | null;
}

export interface ReconciliationFinding {
  id: string;
  objectType: ObjectType;
  kind: Kind;
  outcome: Outcome;
  name: string;
  remoteId: string | null;
  parentName: string | null;
  active: boolean | null;
  attributes: Record<string, unknown>;
  lastSignInAt: string | null;
  accountId: string | null;
  subject: Subject | null;
  candidates: Subject[];
  ambiguity: 'SEVERAL_SUBJECTS' | 'SEVERAL_OBJECTS' | 'SUBJECT_HAS_ONE' | null;
  matchedBy: string | null;
  differences: Difference[];
  message: string | null;
  taskId: string | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  actions: Act[];
}

/** What a run did to an account. */
export interface AccountLink {
  id: string;
  runId: string;
  act: Act;
  actor: { name: string };
  linkedAt: string;
}

export const RECONCILIATIONS = '/reconciliations';
export const runsOf = (applicationId: string) => `/applications/${applicationId}/reconciliations`;
