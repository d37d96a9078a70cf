import { queryOptions } from '@tanstack/react-query';
import { address, ask } from '../api/client';
import { problemFrom } from '../api/problem';

export interface Versioned<T> {
  value: T;
  version: number;
}

/** Something there is once, with the version of its ETag. */
export const versionedQuery = <T>(path: string) =>
  queryOptions({
    queryKey: [path],
    queryFn: async ({ signal }): Promise<Versioned<T>> => {
      const answer = await ask(address(path), { headers: { Accept: 'application/json' }, credentials: 'same-origin', signal });
      const text = await answer.text();
      if (!answer.ok) {
        throw problemFrom(answer.status, text);
      }
      return { value: JSON.parse(text) as T, version: Number((answer.headers.get('ETag') ?? '').replace(/\D/g, '')) };
    },
  });
