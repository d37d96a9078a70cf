import { useQueries } from '@tanstack/react-query';
import type { Account, Binding } from '../api/directory';
import { useList } from '../api/list';
import { oneQuery } from '../api/one';

export interface HeldPermission {
  account: Account;
  binding: Binding;
}

/** The accounts of a user with the permissions each holds. */
export function useAccountsOf(userId: string) {
  const accounts = useList<Account>('/accounts', { userId }, { limit: 200 });
  const details = useQueries({ queries: accounts.rows.map(({ id }) => oneQuery<Account>('/accounts', id)) });
  const all = details.flatMap(({ data }) => (data ? [data] : []));
  return {
    isPending: accounts.isPending || details.some(({ isPending }) => isPending),
    error: accounts.error ?? details.find(({ error }) => error)?.error ?? null,
    accounts: all,
    held: all.flatMap((account) => (account.bindings ?? []).map((binding): HeldPermission => ({ account, binding }))),
  };
}
