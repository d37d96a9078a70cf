import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, send } from '../api/client';
import type { Page } from '../api/list';
import { useChange } from '../api/one';
import type { Facets, HistogramData, TaskDetail, TaskRow } from '../api/tasks';
import { rowsOf } from './liveRows';
import { stringified, taskQuery, type LogSearch } from './search';

/** Rows asked for at first, and when the reader goes on: fewer requests for who scrolls far. */
export const FIRST_PAGE = 50;
const NEXT_PAGES = 200;

export const tasksKey = (search: LogSearch) => ['/tasks', 'list', stringified(search)] as const;

export function useTasks(search: LogSearch) {
  const result = useInfiniteQuery({
    queryKey: tasksKey(search),
    queryFn: ({ pageParam, signal }) =>
      get<Page<TaskRow>>('/tasks', { ...taskQuery(search), limit: pageParam ? NEXT_PAGES : FIRST_PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    // The stream tells what changes; reading all pages again would only make rows jump.
    staleTime: Infinity,
    refetchOnMount: false,
    refetchOnReconnect: false,
  });
  const rows = useMemo(() => rowsOf(result.data), [result.data]);
  return { ...result, rows };
}

export function useFacets(search: LogSearch) {
  return useQuery({
    queryKey: ['/tasks', 'facets', stringified(search)],
    queryFn: ({ signal }) => get<Facets>('/tasks/facets', { ...taskQuery(search), order: undefined }, signal),
    placeholderData: keepPreviousData,
  });
}

const HISTOGRAM_BARS = 60;

export function useHistogram(search: LogSearch) {
  return useQuery({
    queryKey: ['/tasks', 'histogram', stringified(search)],
    queryFn: ({ signal }) => get<HistogramData>('/tasks/histogram', { ...taskQuery(search), order: undefined, buckets: HISTOGRAM_BARS }, signal),
    placeholderData: keepPreviousData,
  });
}

export const taskQueryOptions = (id: string) =>
  queryOptions({ queryKey: ['/tasks', 'one', id], queryFn: ({ signal }) => send<TaskDetail>(`/tasks/${id}`, { signal, exact: true }) });

/** Does something to a task; answers with the task as it is then. */
export const postTask = (path: string, body?: unknown) => send<TaskDetail>(`/tasks/${path}`, { method: 'POST', body, exact: true });

export const useTask = (id: string) => useQuery(taskQueryOptions(id));

/** What a person does to a task; the answer is the task as it is then. */
export function useTaskMutation(run: () => Promise<TaskDetail>, onDone: (task: TaskDetail) => void, said: (task: TaskDetail) => string) {
  const queries = useQueryClient();
  const remembering = async () => {
    const task = await run();
    queries.setQueryData(taskQueryOptions(task.id).queryKey, task);
    return task;
  };
  const { mutate, isPending, error } = useChange(['/tasks', '/accounts', '/batches'], remembering, onDone, said);
  return { isPending, error, act: () => mutate(undefined) };
}
