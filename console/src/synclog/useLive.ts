import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { address, get, type Query } from '../api/client';
import type { Page } from '../api/list';
import type { TaskRow } from '../api/tasks';
import { taskQueryOptions } from './queries';

/** Milliseconds during which changes are gathered before anything is asked. */
const GATHER = 1000;
/** Rows brought up to date in place, at most, per gathering. */
const IN_PLACE = 20;

type Rows = InfiniteData<Page<TaskRow>>;

/**
 * Follows the changes of the tasks a view shows. Rows that are there are brought up to date where they stand; new ones are
 * counted, and shown when the reader asks for them: nothing moves under the pointer.
 */
export function useLive(query: Query) {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const url = address('/tasks/stream', query);

  useEffect(() => {
    setFresh(new Set());
    const stream = new EventSource(url);
    let gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const ids = gathered;
      gathered = new Set();
      void bringUpToDate(ids).then((unknown) => setFresh((before) => new Set([...before, ...unknown])));
    };
    const bringUpToDate = async (ids: Set<string>) => {
      void queries.invalidateQueries({ queryKey: ['/tasks', 'facets'] });
      void queries.invalidateQueries({ queryKey: ['/tasks', 'histogram'] });
      const lists = queries.getQueriesData<Rows>({ queryKey: ['/tasks', 'list'], type: 'active' });
      const known = new Set(lists.flatMap(([, rows]) => rows?.pages.flatMap((page) => page.items.map((row) => row.id)) ?? []));
      const stale = [...ids].filter((id) => known.has(id)).slice(0, IN_PLACE);
      const rows = await Promise.all(stale.map((id) => get<TaskRow>(`/tasks/${id}`).catch(() => null)));
      const changed = new Map(rows.filter((row) => row !== null).map((row) => [row.id, row]));
      lists.forEach(([key]) => queries.setQueryData<Rows>(key, (data) => data && withRows(data, changed)));
      return [...ids].filter((id) => !known.has(id));
    };
    stream.addEventListener('tasks', (event) => {
      const { ids } = JSON.parse((event as MessageEvent<string>).data) as { ids: string[] };
      ids.forEach((id) => {
        gathered.add(id);
        void queries.invalidateQueries({ queryKey: taskQueryOptions(id).queryKey });
      });
      timer ??= setTimeout(flush, GATHER);
    });
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [url, queries]);

  const show = () => {
    setFresh(new Set());
    void queries.resetQueries({ queryKey: ['/tasks', 'list'], type: 'active' });
  };
  return { fresh: fresh.size, show };
}

/** The pages with changed rows put in the place of their older selves. */
export function withRows(data: Rows, changed: Map<string, TaskRow>): Rows {
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => changed.get(row.id) ?? row) })),
  };
}
