import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followTasks } from './stream';
import { taskQueryOptions } from './queries';

/** Reads the task anew whenever the server says that it changed, or may have. */
export function useLiveTask(id: string) {
  const queries = useQueryClient();
  useEffect(
    () =>
      followTasks(
        {},
        {
          onChange: (ids, more) => {
            if (more || ids.includes(id)) {
              void queries.invalidateQueries({ queryKey: taskQueryOptions(id).queryKey });
            }
          },
        },
      ),
    [id, queries],
  );
}
