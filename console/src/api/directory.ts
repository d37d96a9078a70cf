import type { SignInStep } from './signin';
import type { AttributeSpec, AttributeValue, ObjectType, PermissionRef } from './tasks';

export interface Session {
  /** A USER may use the portal and nothing else. */
  kind: 'ADMINISTRATOR' | 'API_TOKEN' | 'USER';
  user: { id: string; userName: string; displayName: string };
  step: SignInStep;
  /** What the caller may do somewhere. */
  rights?: string[];
}

export interface ApiToken {
  id: string;
  name: string;
  /** What it is limited to; null for all its maker may do. */
  rights: string[] | null;
  madeBy?: { id: string; name: string };
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt?: string | null;
  /** Present only in the answer that created it. */
  token?: string;
}

export interface Organization {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  version: number;
}

export type UserStatus = 'ENABLED' | 'DISABLED' | 'DELETED';

export interface User {
  id: string;
  userName: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  phone: string | null;
  employeeNumber: string | null;
  organizationId: string | null;
  organizationName: string | null;
  managerId: string | null;
  managerName: string | null;
  status: UserStatus;
  /** Of a deleted user: how many accounts are not gone yet. */
  heldBackBy?: number;
  attributes: Record<string, unknown>;
  /** Names of the groups the user belongs to. */
  groups?: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export type FieldKind = 'TEXT' | 'LONG_TEXT' | 'URL' | 'INTEGER' | 'BOOLEAN' | 'CHOICE' | 'SECRET';

export interface ConnectorField {
  name: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  defaultValue: string | null;
  choices: string[];
}

export interface Connector {
  name: string;
  label: string;
  capabilities: string[];
  fields: ConnectorField[];
  attributes: AttributeSpec[];
  attributesOpen: boolean;
}

export interface Mapping {
  objectType: ObjectType;
  target: string;
  expression: string;
  secret: boolean;
}

/** A certificate among the settings of a connection. */
export interface Certificate {
  setting: string;
  subject: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
  state: 'VALID' | 'EXPIRES_SOON' | 'EXPIRED' | 'NOT_YET_VALID';
}

export interface Application {
  id: string;
  name: string;
  connector: string;
  settings: Record<string, string>;
  /** Which secrets are set; their values never come back. */
  secrets: Record<string, boolean>;
  dataSynchronization: boolean;
  changeTracking: boolean;
  callback: { enabled: boolean; deadlineSeconds: number; secretSet?: boolean };
  retry: { maxAttempts: number; firstDelayMs: number; maxDelayMs: number };
  limits: { maxConcurrency: number; ratePerSecond: number | null; requestTimeoutMs: number };
  maskedAttributes: string[];
  personalAttributes: string[];
  publicAttributes: string[];
  certificates?: Certificate[];
  accountNameExpression: string;
  mappings: Mapping[];
  version: number;
  createdAt?: string;
  updatedAt?: string;
}

export type AccountStatus = 'REQUESTED' | 'ACTIVE' | 'DISABLED' | 'DELETING';

export interface Binding {
  permission: PermissionRef;
  status: string;
  endsAt: string | null;
}

export interface Account {
  id: string;
  applicationId: string;
  applicationName: string;
  userId: string | null;
  userName: string | null;
  userDisplayName: string | null;
  name: string;
  remoteId: string | null;
  status: AccountStatus;
  attributes: Record<string, AttributeValue>;
  bindings?: Binding[];
  lastSignInAt?: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  openTaskId: string | null;
}

/** What an account operation comes to: the account as it is now, and the task that carries the change out. */
export interface AccountAnswer {
  account: Account | null;
  taskId: string | null;
}

export interface RemoteState {
  state: 'FOUND' | 'GONE' | 'UNKNOWN';
  message?: string | null;
  remoteId?: string | null;
  enabled?: boolean | null;
  attributes?: Record<string, AttributeValue> | null;
  permissionValues?: string[] | null;
}

export interface MappingPreview {
  name: string | null;
  attributes: Record<string, AttributeValue>;
  errors: { target: string; message: string }[];
}

export type PermissionKind = 'ROLE' | 'GROUP' | 'RESOURCE';

export interface Permission {
  id: string;
  applicationId: string;
  kind: PermissionKind;
  name: string;
  value: string;
  description: string | null;
  version: number;
}
