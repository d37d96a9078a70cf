import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address } from '../api/client';
import { taskQueryOptions } from './queries';

/** Reads the task anew whenever the server says that it changed. */
export function useLiveTask(id: string) {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(address('/tasks/stream'));
    stream.addEventListener('tasks', (event) => {
      const { ids, more } = JSON.parse((event as MessageEvent<string>).data) as { ids: string[]; more?: boolean };
      if (more || ids.includes(id)) {
        void queries.invalidateQueries({ queryKey: taskQueryOptions(id).queryKey });
      }
    });
    return () => stream.close();
  }, [id, queries]);
}
