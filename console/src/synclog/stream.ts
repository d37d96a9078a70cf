import { address, type Query } from '../api/client';

interface Changed {
  ids: string[];
  /** More changed than is told. */
  more?: boolean;
}

interface Listener {
  onChange: (ids: string[], more: boolean) => void;
  /** Whether changes are heard; a broken connection is taken up again by itself. */
  onState?: (connected: boolean) => void;
}

/** Hears of changed tasks until the function that is given back is called. */
export function followTasks(query: Query, { onChange, onState }: Listener): () => void {
  const stream = new EventSource(address('/tasks/stream', query));
  stream.addEventListener('open', () => onState?.(true));
  stream.addEventListener('error', () => onState?.(false));
  stream.addEventListener('tasks', (event) => {
    const { ids, more } = JSON.parse((event as MessageEvent<string>).data) as Changed;
    onChange(ids, more ?? false);
  });
  return () => stream.close();
}
