/** Requests for access, what users have, and how access ends: as the API says it. */

export interface Person {
  id: string;
  name: string;
}

export type RequestState = 'WAITING' | 'APPROVED' | 'PROVISIONING' | 'DONE' | 'FAILED' | 'GIVEN_UP' | 'REJECTED' | 'WITHDRAWN';

export interface RequestItem {
  applicationId: string;
  applicationName: string;
  permissionId: string | null;
  permissionName: string | null;
  accountId: string | null;
}

export interface AskedPerson {
  person: Person;
  role: 'FIRST' | 'STAND_IN';
  askedAt: string;
  approvedAt: string | null;
  gone: boolean;
}

export interface RequestStep {
  position: number;
  approvers: Approvers;
  quorum: Quorum;
  status: 'NEXT' | 'OPEN' | 'APPROVED' | 'REJECTED' | 'DROPPED';
  toAdministrators: boolean;
  openedAt: string | null;
  escalatesAt: string | null;
  decidedAt: string | null;
  asked: AskedPerson[];
}

export interface RequestTask {
  id: string;
  applicationName: string;
  action: string;
  objectName: string;
  status: string;
  failureMessage: string | null;
}

export type RequestEventKind =
  | 'SUBMITTED'
  | 'ASKED'
  | 'COMMENTED'
  | 'APPROVED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'ESCALATED'
  | 'TO_ADMINISTRATORS'
  | 'APPROVER_GONE'
  | 'TASKS_OPENED';

export interface RequestEvent {
  at: string;
  kind: RequestEventKind;
  actor: string;
  step: number | null;
  people: string[];
  comment: string | null;
}

export interface AccessRequest {
  id: string;
  number: number;
  name: string;
  kind: 'GRANT' | 'PROLONG';
  requester: Person;
  beneficiary: Person;
  applicationId: string | null;
  packageId: string | null;
  subjectName: string;
  items: RequestItem[];
  reason: string;
  durationDays: number | null;
  endsAt: string | null;
  state: RequestState;
  message: string;
  waitsFor: Person[];
  forAdministrators: boolean;
  submittedAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  actions: ('APPROVE' | 'REJECT' | 'WITHDRAW' | 'COMMENT')[];
  /** Only in the detail of one request, like the tasks and events. */
  steps?: RequestStep[];
  tasks?: RequestTask[];
  events?: RequestEvent[];
}

export type Approvers = 'MANAGER' | 'OWNER' | 'NAMED';
export type Quorum = 'ANY' | 'ALL';
export type Escalation = 'MANAGERS_MANAGER' | 'FALLBACK';

export interface ApprovalStep {
  approvers: Approvers;
  named: string[];
  quorum: Quorum;
  escalateAfterHours: number | null;
  escalateTo: Escalation | null;
  fallback: string[];
}

export interface ApplicationAccess {
  ownerIds: string[];
  accountRequestable: boolean;
  requestablePermissionIds: string[];
  /** Null where the usual rule holds. */
  steps: ApprovalStep[] | null;
  lastPermission: 'DELETE' | 'DISABLE' | 'KEEP';
  accountEnd: 'DELETE' | 'DISABLE';
  people: Person[];
  version: number;
}

/** Something that can be asked for; without a permission it is the account. */
export interface Offer {
  applicationId: string;
  applicationName: string;
  permissionId: string | null;
  permissionKind: string | null;
  name: string;
  description: string | null;
  refusal: string | null;
}

export interface PackageOffer {
  packageId: string;
  name: string;
  description: string | null;
  maxDays: number | null;
  items: RequestItem[];
  refusal: string | null;
}

export interface Justification {
  reason: 'POLICY' | 'REQUEST' | 'EXCEPTION';
  id: string;
  name: string;
  endsAt: string | null;
}

export interface PermissionAccess {
  permissionId: string;
  kind: string;
  name: string;
  description: string | null;
  status: 'REQUESTED' | 'HELD';
  endsAt: string | null;
  why: Justification[];
  refusal: string | null;
}

export interface AccountAccess {
  accountId: string;
  applicationId: string;
  applicationName: string;
  accountName: string;
  status: 'REQUESTED' | 'ACTIVE' | 'DISABLED' | 'DELETING';
  endsAt: string | null;
  why: Justification[];
  refusal: string | null;
  onLastPermission: 'DELETE' | 'DISABLE' | 'KEEP';
  task: { id: string; action: string; status: string; failureMessage: string | null } | null;
  permissions: PermissionAccess[];
}

export interface Reminder {
  accountId: string;
  accountName: string;
  applicationName: string;
  userId: string;
  userName: string;
  permissionId: string | null;
  permissionName: string | null;
  endsAt: string;
  remindedAt: string;
}

export interface EndedItem {
  accountId: string;
  accountName: string;
  applicationName: string;
  userId: string | null;
  userName: string | null;
  permissionId: string | null;
  permissionName: string | null;
  endedAt: string;
  outcome: 'UNBOUND' | 'DISABLED' | 'DELETED' | 'REFUSED';
  note: string | null;
  taskId: string | null;
  requestIds: string[];
}

export interface Expiry {
  id: string;
  expiredAt: string;
  items: EndedItem[];
}

export interface Release {
  id: string;
  userId: string;
  userName: string;
  releasedAt: string;
  items: { accountId: string; accountName: string; applicationName: string; permissionId: string | null; permissionName: string | null }[];
  taskIds: string[];
}
