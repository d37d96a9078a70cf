import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get } from './client';

/** One resource by its id. */
export const oneQuery = <T>(path: string, id: string) =>
  queryOptions({ queryKey: [path, 'one', id], queryFn: ({ signal }) => get<T>(`${path}/${id}`, {}, signal) });

/** Something that changes resources of these paths; all that was read of them is read anew. */
export function useChange<I, O>(paths: string[], run: (input: I) => Promise<O>, onDone?: (result: O, input: I) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (result, input) => {
      onDone?.(result, input);
      await Promise.all(paths.map((path) => queries.invalidateQueries({ queryKey: [path] })));
    },
  });
}
