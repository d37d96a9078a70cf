import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send, type Query } from '../api/client';
import type { Page } from '../api/list';

/** A keyset-paged list that is asked for with a body, as one growing array. */
export function usePosted<T>(path: string, query: Query, body: unknown) {
  const result = useInfiniteQuery({
    queryKey: [path, 'posted', query, body],
    queryFn: ({ pageParam, signal }) => send<Page<T>>(path, { method: 'POST', body, query: { ...query, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    gcTime: 0,
  });
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return { ...result, rows };
}
