import type { PermissionKind } from './directory';

export interface PackageItem {
  applicationId: string;
  applicationName?: string;
  /** Null for the account itself. */
  permissionId: string | null;
  permissionName?: string | null;
  permissionKind?: PermissionKind | null;
}

export interface Consequence {
  kind: 'POLICY_DISABLED' | 'POLICY_EVALUATED' | 'POLICY_HOLDS';
  id: string;
  name: string;
}

export interface PermissionPackage {
  id: string;
  name: string;
  description: string | null;
  active: boolean;
  provisionable: boolean;
  requestable: boolean;
  maxDays: number | null;
  items: PackageItem[];
  version: number;
  consequences?: Consequence[];
}

export type PackageDraft = Omit<PermissionPackage, 'id' | 'version' | 'consequences'>;

export const ON_LEAVING = ['UNBIND', 'DISABLE', 'DELETE', 'NOTHING'] as const;
export type OnLeaving = (typeof ON_LEAVING)[number];

/** A package, or an application's account, or a permission of it. */
export interface Grant {
  packageId: string | null;
  packageName?: string | null;
  applicationId: string | null;
  applicationName?: string | null;
  permissionId: string | null;
  permissionName?: string | null;
  permissionKind?: PermissionKind | null;
}

export interface PolicyDraft {
  name: string;
  description: string | null;
  condition: string;
  onLeaving: OnLeaving;
  grants: Grant[];
  enabled: boolean;
}

export const RUN_STATUSES = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export const RUN_REASONS = ['SAVED', 'ENABLED', 'DISABLED', 'DELETED', 'PACKAGE_CHANGED', 'ORGANIZATION_CHANGED', 'BY_HAND'] as const;

export interface PolicyRun {
  id: string;
  policyId: string;
  policyNumber: number;
  reason: (typeof RUN_REASONS)[number];
  status: RunStatus;
  total: number;
  lookedAt: number;
  gained: number;
  lost: number;
  tasks: number;
  refused: number;
  failure: string | null;
  initiator: string;
  createdAt: string;
  endedAt: string | null;
}

export interface Policy extends PolicyDraft {
  id: string;
  number: number;
  /** How many users have something because of it. */
  users: number;
  lastRun: PolicyRun | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface PolicyVersion {
  number: number;
  content: Omit<PolicyDraft, 'enabled'>;
  madeBy: string;
  madeAt: string;
  changes: { field: string; before: string | null; after: string | null }[];
}

export interface PolicyProblem {
  userId: string;
  userName: string;
  userDisplayName: string;
  applicationId: string;
  applicationName: string;
  message: string;
  since: string;
  triedAt: string;
}

export const LINE_KINDS = ['GAINED', 'LOST', 'LEFT', 'KEPT'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const CHANGE_KINDS = ['CREATE', 'ENABLE', 'UPDATE', 'DISABLE', 'DELETE'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface SimulationLine {
  userId: string;
  userName: string;
  userDisplayName: string;
  kind: LineKind;
  applicationId: string;
  applicationName: string;
  permissionId: string | null;
  permissionName: string | null;
  permissionKind: PermissionKind | null;
  policyId: string;
  policyName: string;
}

export interface SimulationResult {
  complete: boolean;
  lookedAt: number;
  total: number;
  inScope: number;
  users: Record<LineKind, number>;
  applications: {
    applicationId: string;
    applicationName: string;
    lines: Partial<Record<LineKind, number>>;
    changes: Partial<Record<ChangeKind, number>>;
    blocked: number;
  }[];
  sample: Record<LineKind, SimulationLine[]>;
}

export interface MatchingCount {
  count: number;
  estimated: boolean;
  lookedAt: number;
  total: number;
  sample: { id: string; userName: string; displayName: string; organizationName: string | null }[];
}
