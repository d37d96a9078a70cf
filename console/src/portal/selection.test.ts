import { describe, expect, it } from 'vitest';
import type { AccountAccess } from '../api/access';
import { EMPTY, consequence, count, flipAccount, flipPermission } from './selection';

const permission = (permissionId: string, reason: 'REQUEST' | 'POLICY' = 'REQUEST') => ({
  permissionId,
  kind: 'ROLE',
  name: permissionId,
  description: null,
  status: 'HELD' as const,
  endsAt: null,
  why: [{ reason, id: 'r', name: 'Request 1', endsAt: null }],
  refusal: null,
});
const account: AccountAccess = {
  accountId: 'a',
  applicationId: 'app',
  applicationName: 'Directory',
  accountName: 'ming.li',
  status: 'ACTIVE',
  endsAt: null,
  why: [],
  refusal: null,
  onLastPermission: 'DELETE',
  task: null,
  permissions: [permission('p'), permission('q')],
};

describe('what is chosen to be given back', () => {
  it('holds an account instead of its permissions', () => {
    const one = flipPermission(EMPTY, 'a', 'p');
    expect(count(one)).toBe(1);
    expect(flipAccount(one, 'a')).toEqual({ accounts: ['a'], permissions: [] });
  });

  it('ends the account with it, or with the last permission', () => {
    expect(consequence(account, flipPermission(EMPTY, 'a', 'p'))).toBe('KEEP');
    expect(consequence(account, flipPermission(flipPermission(EMPTY, 'a', 'p'), 'a', 'q'))).toBe('DELETE');
    expect(consequence(account, flipAccount(EMPTY, 'a'))).toBe('DELETE');
  });

  it('keeps an account a policy needs', () => {
    const needed = { ...account, why: [{ reason: 'POLICY' as const, id: 'x', name: 'Staff', endsAt: null }] };
    expect(consequence(needed, flipPermission(flipPermission(EMPTY, 'a', 'p'), 'a', 'q'))).toBe('KEEP');
  });
});
