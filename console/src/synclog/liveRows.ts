import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../api/list';
import type { TaskRow } from '../api/tasks';

export type Rows = InfiniteData<Page<TaskRow>, string | undefined>;

export const rowsOf = (data: Pick<Rows, 'pages'> | undefined): TaskRow[] => data?.pages.flatMap((page) => page.items) ?? [];

/** The pages with changed rows put in the place of their older selves; whatever stays the same is the same object. */
export function withRows(data: Rows, latest: ReadonlyMap<string, TaskRow>): Rows {
  if (latest.size === 0) {
    return data;
  }
  return {
    ...data,
    pages: data.pages.map((page) => (page.items.some(({ id }) => latest.has(id)) ? { ...page, items: page.items.map((row) => latest.get(row.id) ?? row) } : page)),
  };
}

export interface Arrivals {
  /** Belong after the last row: they can be put there, nothing moves for it. */
  append: TaskRow[];
  /** Belong before or between what is shown. */
  above: string[];
}

/**
 * What tasks that match the view, and are not shown, mean for it. Ids grow with the time of opening, by which the list is ordered.
 * What lies beyond the last row that was read is no news: scrolling will come to it.
 */
export function arrivals(data: Rows, matching: readonly TaskRow[], oldestFirst: boolean): Arrivals {
  const shown = rowsOf(data);
  const known = new Set(shown.map(({ id }) => id));
  const last = shown.at(-1)?.id;
  const complete = data.pages.at(-1)?.next == null;
  const unseen = matching.filter(({ id }) => !known.has(id));
  const isBeyond = ({ id }: TaskRow) => last === undefined || (oldestFirst ? id > last : id < last);
  const order = (a: TaskRow, b: TaskRow) => (oldestFirst ? 1 : -1) * (a.id < b.id ? -1 : 1);
  return {
    append: complete ? unseen.filter(isBeyond).toSorted(order) : [],
    above: unseen.filter((row) => !isBeyond(row)).map(({ id }) => id),
  };
}

/** The pages with rows after the last one. */
export function appended(data: Rows, rows: readonly TaskRow[]): Rows {
  const last = data.pages.at(-1);
  return last && rows.length > 0 ? { ...data, pages: [...data.pages.slice(0, -1), { ...last, items: [...last.items, ...rows] }] } : data;
}
