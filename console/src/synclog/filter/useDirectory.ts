import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { get } from '../../api/client';
import type { Account, Application, User } from '../../api/directory';
import type { Page } from '../../api/list';
import { oneQuery } from '../../api/one';
import type { Facets } from '../../api/tasks';
import { idsOf, type Known, type Names } from '../query/names';
import type { LogSearch } from '../search';

/** Applications are known all at once up to this many; the data names those beyond that are in the log. */
const MOST_APPLICATIONS = 200;
const FOUND = 20;

/** One of many, as the query line writes it, and in more words. */
export interface Found extends Known {
  hint: string;
}

const userOf = ({ id, userName, displayName }: User): Found => ({ id, name: userName, hint: displayName });
/** Accounts of different applications share names. */
const accountOf = ({ id, name, applicationName, userDisplayName }: Account): Found => ({ id, name: `${name} in ${applicationName}`, hint: userDisplayName ?? '' });

/** Looks for people or accounts by what was typed. */
export async function lookUp(filter: 'user' | 'account', text: string, signal?: AbortSignal): Promise<Found[]> {
  switch (filter) {
    case 'user':
      return (await get<Page<User>>('/users', { q: text, limit: FOUND }, signal)).items.map(userOf);
    case 'account': {
      const q = text.replace(/ in .*$/, '');
      const found = (await get<Page<Account>>('/accounts', { q, limit: FOUND }, signal)).items.map(accountOf);
      return found.filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()) || q === text);
    }
  }
}

/** The names behind the ids of a view: read where they are not known yet, and remembered for as long as the page is open. */
export function useDirectory(search: LogSearch, facets: Facets | undefined) {
  const queries = useQueryClient();
  const [found, setFound] = useState<Names>({ application: [], user: [], account: [] });
  const applications = useQuery({
    queryKey: ['/applications', 'names'],
    queryFn: ({ signal }) => get<Page<Application>>('/applications', { limit: MOST_APPLICATIONS }, signal),
    staleTime: 60_000,
  });
  const users = useQueries({ queries: (search.user ?? []).map((id) => oneQuery<User>('/users', id)), combine: dataOf<User> });
  const accounts = useQueries({ queries: (search.account ?? []).map((id) => oneQuery<Account>('/accounts', id)), combine: dataOf<Account> });
  const inLog = facets?.facets.application;
  const names = useMemo<Names>(
    () => ({
      application: distinct([...(applications.data?.items ?? []), ...(inLog ?? []).map(({ value, label }) => ({ id: value, name: label }))]),
      user: distinct([...users.map(userOf), ...found.user]),
      account: distinct([...accounts.map(accountOf), ...found.account]),
    }),
    [applications.data, inLog, users, accounts, found],
  );

  const remember = useCallback((filter: 'user' | 'account', more: Found[]) => {
    setFound((before) => ({ ...before, [filter]: distinct([...more, ...before[filter]]) }));
  }, []);

  /** The names again, with those the line asks for that were not known. */
  const completed = async (wanted: { filter: 'user' | 'account'; name: string }[]): Promise<Names> => {
    const unknown = wanted.filter(({ filter, name }) => idsOf(names, filter, name).length === 0);
    let all = names;
    for (const { filter, name } of unknown) {
      const some = await queries.fetchQuery({ queryKey: [`/${filter}s`, 'named', name], queryFn: () => lookUp(filter, name) });
      remember(filter, some);
      all = { ...all, [filter]: distinct([...exactly(some, name), ...all[filter]]) };
    }
    return all;
  };
  /** What a batch or a group of failures is called, if it was looked at before it was filtered by. */
  const titleOf = (id: string): string | undefined => {
    const batch = queries.getQueryData<{ name: string }>(['/batches', 'one', id]);
    return batch?.name ?? queries.getQueryData<{ pattern: string }>(['/failure-groups', 'one', id])?.pattern;
  };
  return { names, completed, remember, titleOf };
}

/** Whoever typed a name alone means the account of that name, if there is only one. */
function exactly(found: Found[], name: string): Known[] {
  const same = found.filter((one) => one.name.toLowerCase().startsWith(`${name.toLowerCase()} in `));
  return [...found, ...same.map(({ id }) => ({ id, name }))];
}

function dataOf<T>(results: { data: T | undefined }[]): T[] {
  return results.flatMap(({ data }) => data ?? []);
}

function distinct(known: readonly Known[]): Known[] {
  return [...new Map(known.map(({ id, name }) => [`${id} ${name}`, { id, name }])).values()];
}
