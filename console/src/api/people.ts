/** Administrators, as the API says it. */

export const ROLES = ['VIEWER', 'AUDITOR', 'OPERATOR', 'APPLICATION_OWNER', 'POLICY_ADMINISTRATOR', 'ADMINISTRATOR'] as const;

export type Role = (typeof ROLES)[number];

interface Named {
  id: string;
  name: string;
}

export interface Administrator {
  id: string;
  userName: string;
  displayName: string;
  roles: Role[];
  user: Named | null;
  /** Those an application owner sees. */
  applications: Named[];
  mustChangePassword: boolean;
  lockedUntil: string | null;
  disabledAt: string | null;
  createdAt: string;
  version: number;
}

export interface MadeAdministrator {
  administrator: Administrator;
  oneTimePassword: string;
}
