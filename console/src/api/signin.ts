/** How people sign in, as the API says it. */

/** What has to be done before anything else is possible. */
export type SignInStep = 'NONE' | 'CODE' | 'PASSWORD' | 'SECOND_FACTOR';

export interface SecondFactor {
  /** Null without one. */
  since: string | null;
  recoveryCodesLeft: number;
  required: boolean;
}

export interface Enrolment {
  secret: string;
  address: string;
  /** SVG. */
  qrCode: string;
}

export interface OwnSession {
  id: string;
  current: boolean;
  method: 'PASSWORD' | 'OPENID_CONNECT';
  createdAt: string;
  seenAt: string;
  endsAt: string;
  address: string | null;
  userAgent: string | null;
}

export interface SignInPolicy {
  shortestPassword: number;
  secondFactorRequired: boolean;
  idleMinutes: number;
  longestMinutes: number;
  /** Null for no limit. */
  longestTokenDays: number | null;
  version: number;
}

export const ROLES = ['VIEWER', 'AUDITOR', 'OPERATOR', 'APPLICATION_OWNER', 'POLICY_ADMINISTRATOR', 'ADMINISTRATOR'] as const;
export type MappedRole = (typeof ROLES)[number];

export interface OpenIdSettings {
  enabled: boolean;
  name: string;
  issuer: string;
  clientId: string;
  hasClientSecret: boolean;
  scopes: string[];
  nameClaim: string;
  roleClaim: string | null;
  roleMapping: { value: string; role: MappedRole }[];
  unknownPeople: 'REFUSE' | 'MAKE';
  userClaim: string | null;
  userAttribute: 'USER_NAME' | 'EMAIL';
  redirectUri: string;
  signedOutUri: string;
  version: number;
}

export interface ProviderTrial {
  ok: boolean;
  steps: { what: 'DISCOVERY' | 'KEYS' | 'CLIENT'; ok: boolean; sentence: string }[];
}

/** Why a sign-in at the identity provider ended without a session. */
export const REFUSALS = ['OFF', 'EXPIRED', 'CANCELLED', 'PROVIDER', 'NO_NAME', 'UNKNOWN', 'NAME_TAKEN', 'DISABLED', 'NO_ROLE'] as const;
export type Refusal = (typeof REFUSALS)[number];
