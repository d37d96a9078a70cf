import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, type Query } from '../api/client';
import type { Page } from '../api/list';
import type { TaskRow } from '../api/tasks';
import { followTasks } from './stream';

/** Milliseconds during which changes are gathered before anything is asked. */
const GATHER = 1000;
/** The newest rows of a view, read to see what is new in it. */
const HEAD = 100;
/** Rows that left the view and are brought up to date one by one, at most. */
const ONE_BY_ONE = 20;

export type Rows = InfiniteData<Page<TaskRow>>;

/**
 * Follows the changes of the tasks a view shows. Rows that are there are brought up to date where they stand; new ones are
 * counted, and shown when the reader asks for them: nothing moves under the pointer.
 */
export function useLive(query: Query) {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  // The query is a new object with every rendering; what it asks for is its address.
  const asked = JSON.stringify(query);

  useEffect(() => {
    setFresh(new Set());
    const view = JSON.parse(asked) as Query;
    let changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = async () => {
      const ids = changed;
      changed = new Set();
      timer = undefined;
      void queries.invalidateQueries({ queryKey: ['/tasks', 'facets'] });
      void queries.invalidateQueries({ queryKey: ['/tasks', 'histogram'] });
      const unseen = await catchUp(queries, view, ids).catch(() => []);
      setFresh((before) => (unseen.length > 0 ? new Set([...before, ...unseen]) : before));
    };
    const stop = followTasks(view, (ids) => {
      ids.forEach((id) => changed.add(id));
      timer ??= setTimeout(() => void flush(), GATHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [asked, queries]);

  const show = () => {
    setFresh(new Set());
    void queries.resetQueries({ queryKey: ['/tasks', 'list'], type: 'active' });
  };
  return { fresh: fresh.size, show };
}

/** Brings the rows that are shown up to date; gives back the ids of those that changed, belong to the view and are not shown. */
async function catchUp(queries: QueryClient, view: Query, ids: ReadonlySet<string>): Promise<string[]> {
  const { items: head } = await get<Page<TaskRow>>('/tasks', { ...view, order: 'newest', limit: HEAD });
  const lists = queries.getQueriesData<Rows>({ queryKey: ['/tasks', 'list'], type: 'active' });
  const shown = new Set(lists.flatMap(([, rows]) => rows?.pages.flatMap((page) => page.items.map(({ id }) => id)) ?? []));
  const inHead = new Set(head.map(({ id }) => id));
  const left = [...ids].filter((id) => shown.has(id) && !inHead.has(id)).slice(0, ONE_BY_ONE);
  const others = await Promise.all(left.map((id) => get<TaskRow>(`/tasks/${id}`).catch(() => null)));
  const latest = new Map([...head, ...others.filter((row) => row !== null)].map((row) => [row.id, row]));
  lists.forEach(([key]) => queries.setQueryData<Rows>(key, (data) => data && withRows(data, latest)));
  return head.filter(({ id }) => ids.has(id) && !shown.has(id)).map(({ id }) => id);
}

/** The pages with changed rows put in the place of their older selves. */
export function withRows(data: Rows, latest: ReadonlyMap<string, TaskRow>): Rows {
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => latest.get(row.id) ?? row) })),
  };
}
