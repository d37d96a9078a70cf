import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { get } from '../api/client';
import type { Page } from '../api/list';
import type { TaskRow } from '../api/tasks';
import { notify } from '../ui/notify';
import { appended, arrivals, rowsOf, withRows, type Rows } from './liveRows';
import { FIRST_PAGE, tasksKey } from './queries';
import { orderOf, stringified, taskQuery, type LogSearch } from './search';
import { followTasks } from './stream';

/** Milliseconds during which changes are gathered before anything is asked. */
const GATHER = 1000;
/** Milliseconds between two counts of facets and bars. */
const COUNT_EVERY = 5000;
/** Rows the server answers by their ids at once. */
const ROWS_AT_ONCE = 100;
/** More changes than this are not looked at one by one. */
const MOST = 500;

export type LiveState = 'live' | 'paused' | 'lost';

interface Unseen {
  ids: ReadonlySet<string>;
  /** There may be more than these. */
  more: boolean;
}

const NONE: Unseen = { ids: new Set(), more: false };

const together = (some: Unseen, others: Unseen): Unseen => ({ ids: new Set([...some.ids, ...others.ids]), more: some.more || others.more });

/** What changed since it was last looked at. */
class Gathered {
  ids = new Set<string>();
  more = false;

  add(ids: string[], more: boolean) {
    ids.forEach((id) => this.ids.add(id));
    this.more ||= more || this.ids.size > MOST;
  }

  get isEmpty() {
    return this.ids.size === 0 && !this.more;
  }

  take() {
    const taken = { ids: [...this.ids], more: this.more };
    this.ids = new Set();
    this.more = false;
    return taken;
  }
}

/**
 * Follows the changes of the tasks a view shows. Rows that are there are brought up to date where they stand; new ones are
 * counted, and shown when the reader asks for them, unless they come last: nothing moves under the pointer. While it is paused, what
 * changes is only remembered.
 */
export function useLive(search: LogSearch, paused: boolean) {
  const queries = useQueryClient();
  const [unseen, setUnseen] = useState(NONE);
  const [connected, setConnected] = useState(true);
  const gathered = useRef(new Gathered());
  const flush = useRef<() => void>(() => {});
  const held = useRef(paused);
  held.current = paused;
  const view = useRef(search);
  view.current = search;
  const of = stringified(search);

  useEffect(() => {
    setUnseen(NONE);
    const changes = new Gathered();
    gathered.current = changes;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let counting: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const count = () => {
      counting = undefined;
      void queries.invalidateQueries({ queryKey: ['/tasks', 'facets'] });
      void queries.invalidateQueries({ queryKey: ['/tasks', 'histogram'] });
    };
    const catchUp = async () => {
      timer = undefined;
      if (held.current || changes.isEmpty) {
        return;
      }
      counting ??= setTimeout(count, COUNT_EVERY);
      const found = await look(queries, view.current, changes.take()).catch(() => NONE);
      if (!over && (found.ids.size > 0 || found.more)) {
        setUnseen((before) => together(before, found));
      }
    };
    flush.current = () => (timer ??= setTimeout(() => void catchUp(), GATHER));
    if (queries.getQueryData(tasksKey(view.current))) {
      // It was read some time ago, and nobody listened meanwhile.
      changes.add([], true);
      flush.current();
    }
    const stop = followTasks(taskQuery(view.current), {
      onState: setConnected,
      onChange: (ids, more) => {
        changes.add(ids, more);
        flush.current();
      },
    });
    return () => {
      over = true;
      stop();
      clearTimeout(timer);
      clearTimeout(counting);
    };
  }, [of, queries]);

  useEffect(() => {
    if (!paused && !gathered.current.isEmpty) {
      flush.current();
    }
  }, [paused]);

  const show = async () => {
    setUnseen(NONE);
    try {
      const first = await page(search);
      queries.setQueryData<Rows>(tasksKey(search), { pages: [first], pageParams: [undefined] });
    } catch (error) {
      setUnseen((since) => together(unseen, since));
      notify.failed(error);
    }
  };
  const state: LiveState = paused ? 'paused' : connected ? 'live' : 'lost';
  return { unseen: unseen.ids.size, more: unseen.more, show, state };
}

const page = (search: LogSearch) => get<Page<TaskRow>>('/tasks', { ...taskQuery(search), limit: FIRST_PAGE });

interface ById {
  items: TaskRow[];
  /** Ids of those the view shows. */
  matching: string[];
}

/** Brings what is shown up to date; gives back what belongs before or between it. */
async function look(queries: QueryClient, search: LogSearch, changed: { ids: string[]; more: boolean }): Promise<Unseen> {
  const key = tasksKey(search);
  const shown = rowsOf(queries.getQueryData<Rows>(key));
  const ids = changed.more ? shown.slice(0, MOST).map(({ id }) => id) : changed.ids;
  const [answers, head] = await Promise.all([
    Promise.all(chunks(ids).map((id) => get<ById>('/tasks/rows', { ...taskQuery(search), order: undefined, id }))),
    changed.more ? page(search) : null,
  ]);
  const latest = new Map(answers.flatMap(({ items }) => items).map((row) => [row.id, row]));
  const matching = answers.flatMap((answer) => answer.matching).flatMap((id) => latest.get(id) ?? []);
  const oldestFirst = orderOf(search) === 'oldest';
  const data = queries.getQueryData<Rows>(key);
  if (!data) {
    return NONE;
  }
  const { append, above } = arrivals(data, [...matching, ...(head?.items ?? [])], oldestFirst);
  queries.setQueryData<Rows>(key, appended(withRows(data, latest), append));
  return { ids: new Set(above), more: changed.more && above.length >= FIRST_PAGE };
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, i) => ids.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));
}
