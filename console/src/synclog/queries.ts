import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import { useList } from '../api/list';
import type { Facets, HistogramData, TaskDetail, TaskRow } from '../api/tasks';
import { taskQuery, type LogSearch } from './search';

export const useTasks = (search: LogSearch) => useList<TaskRow>('/tasks', taskQuery(search));

export function useFacets(search: LogSearch) {
  return useQuery({
    queryKey: ['/tasks', 'facets', search],
    queryFn: ({ signal }) => get<Facets>('/tasks/facets', taskQuery(search), signal),
    placeholderData: keepPreviousData,
  });
}

export const HISTOGRAM_BARS = 60;

export function useHistogram(search: LogSearch) {
  return useQuery({
    queryKey: ['/tasks', 'histogram', search],
    queryFn: ({ signal }) => get<HistogramData>('/tasks/histogram', { ...taskQuery(search), buckets: HISTOGRAM_BARS }, signal),
    placeholderData: keepPreviousData,
  });
}

export const taskQueryOptions = (id: string) =>
  queryOptions({ queryKey: ['/tasks', 'one', id], queryFn: ({ signal }) => send<TaskDetail>(`/tasks/${id}`, { signal, exact: true }) });

/** Does something to a task; answers with the task as it is then. */
export const postTask = (path: string, body?: unknown) => send<TaskDetail>(`/tasks/${path}`, { method: 'POST', body, exact: true });

export const useTask = (id: string) => useQuery(taskQueryOptions(id));

/** What a person does to a task. Whatever it changes is read anew. */
export function useTaskMutation<T>(run: (input: T) => Promise<TaskDetail>, onDone: (task: TaskDetail) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (task) => {
      queries.setQueryData(taskQueryOptions(task.id).queryKey, task);
      onDone(task);
      await Promise.all(['/tasks', '/accounts', '/batches'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
}
