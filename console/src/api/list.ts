import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, type Query } from './client';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface ListOptions {
  enabled?: boolean;
  /** Rows asked for at a time. */
  limit?: number;
  /** Milliseconds between refetches; for lists that change by themselves. */
  every?: number | false;
}

/** A keyset-paged list as one growing array. */
export function useList<T>(path: string, query: Query = {}, { enabled = true, limit = 50, every = false }: ListOptions = {}) {
  const result = useInfiniteQuery({
    queryKey: [path, 'list', query, limit],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { ...query, limit, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: every,
    enabled,
  });
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return { ...result, rows };
}

export type List<T> = ReturnType<typeof useList<T>>;
