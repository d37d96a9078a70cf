import type { AccountAccess } from '../api/access';

/** What is chosen to be given back: whole accounts, and permissions as "account:permission". */
export interface Selection {
  accounts: string[];
  permissions: string[];
}

export const EMPTY: Selection = { accounts: [], permissions: [] };

export const pair = (accountId: string, permissionId: string) => `${accountId}:${permissionId}`;

const flip = (list: string[], one: string) => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);

/** A whole account takes its permissions along, so they are no longer chosen one by one. */
export const flipAccount = (selection: Selection, accountId: string): Selection => ({
  accounts: flip(selection.accounts, accountId),
  permissions: selection.permissions.filter((one) => !one.startsWith(`${accountId}:`)),
});

export const flipPermission = (selection: Selection, accountId: string, permissionId: string): Selection => ({
  ...selection,
  permissions: flip(selection.permissions, pair(accountId, permissionId)),
});

export const count = (selection: Selection) => selection.accounts.length + selection.permissions.length;

export type Consequence = 'DELETE' | 'DISABLE' | 'KEEP';

/** What becomes of an account when this is given back: the application's rule when it, or the last it holds, is given back. */
export function consequence(account: AccountAccess, selection: Selection): Consequence {
  const whole = selection.accounts.includes(account.accountId);
  const byPolicy = [...account.why, ...account.permissions.flatMap((permission) => permission.why)].some((one) => one.reason === 'POLICY');
  const chosen = account.permissions.filter((permission) => selection.permissions.includes(pair(account.accountId, permission.permissionId)));
  const last = chosen.length > 0 && chosen.length === account.permissions.length && !byPolicy;
  return whole || last ? account.onLastPermission : 'KEEP';
}
