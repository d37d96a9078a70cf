import { address, type Query } from '../api/client';

interface Changed {
  ids: string[];
  /** More changed than is told. */
  more?: boolean;
}

/** Hears of changed tasks until the function that is given back is called. */
export function followTasks(query: Query, onChange: (ids: string[], more: boolean) => void): () => void {
  const stream = new EventSource(address('/tasks/stream', query));
  stream.addEventListener('tasks', (event) => {
    const { ids, more } = JSON.parse((event as MessageEvent<string>).data) as Changed;
    onChange(ids, more ?? false);
  });
  return () => stream.close();
}
