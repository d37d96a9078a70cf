import { useQueries } from '@tanstack/react-query';
import type { Application } from '../api/directory';
import { oneQuery } from '../api/one';

/** The names of applications by id, as far as they are known yet. */
export function useApplicationNames(ids: string[]): Record<string, string> {
  const found = useQueries({ queries: [...new Set(ids)].map((id) => oneQuery<Application>('/applications', id)) });
  return Object.fromEntries(found.flatMap(({ data }) => (data ? [[data.id, data.name]] : [])));
}
