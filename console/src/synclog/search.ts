import { z } from 'zod/mini';
import type { Query } from '../api/client';
import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES, STATUSES } from '../api/tasks';
import { asInstant, isMoment } from './moments';

/** What the columns of the list can be, in the order they have until a reader chooses another. */
export const COLUMN_IDS = [
  'opened',
  'status',
  'application',
  'object',
  'action',
  'failure',
  'attempts',
  'nextRetry',
  'source',
  'initiator',
  'objectType',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

const one = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);
const moment = z.catch(z.optional(z.string().check(z.refine(isMoment))), undefined);
const oneOrMany = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (Array.isArray(value) ? value : [value])),
);
const nonEmpty = <T extends string>(values: T[]) => (values.length > 0 ? values : undefined);
const manyThat = <T extends string>(suits: (value: string) => value is T) =>
  z.catch(z.optional(z.pipe(oneOrMany, z.transform((values) => nonEmpty([...new Set(values)].filter(suits))))), undefined);
const many = manyThat((value): value is string => value !== '');
const manyOf = <T extends string>(allowed: readonly T[]) => manyThat((value): value is T => (allowed as readonly string[]).includes(value));

/** The whole view of the log list, as its address holds it. Unless `view` is "all" it shows what needs a person. */
export const logSearch = z.object({
  view: z.catch(z.optional(z.enum(['attention', 'all'])), undefined),
  order: z.catch(z.optional(z.enum(['oldest', 'newest'])), undefined),
  q: one,
  status: manyOf(STATUSES),
  application: many,
  action: manyOf(ACTIONS),
  objectType: manyOf(OBJECT_TYPES),
  source: manyOf(SOURCES),
  failureKind: manyOf(FAILURE_KINDS),
  initiator: many,
  account: many,
  user: many,
  batch: many,
  cause: many,
  failureGroup: many,
  repair: many,
  from: moment,
  to: moment,
  /** Columns in their order; without it those the reader chose last. */
  columns: manyOf(COLUMN_IDS),
  /** The saved view the reader came by. */
  saved: one,
});

export type LogSearch = z.output<typeof logSearch>;

/** Filters whose values are counted at the left of the list. */
export const FACETS = ['status', 'application', 'action', 'objectType', 'source', 'failureKind', 'initiator'] as const;
export type Facet = (typeof FACETS)[number];

/** Filters with too many values to count. */
export const REFERENCES = ['user', 'account', 'batch', 'cause', 'repair', 'failureGroup'] as const;
export type Reference = (typeof REFERENCES)[number];

/** What narrows a view beside the values of its filters. */
const WORDS = ['q', 'from', 'to'] as const;

export const needsAPerson = ({ view }: LogSearch) => view !== 'all';

/** What waits for a person is shown oldest first unless the reader turns it round, everything else newest first. */
export const orderOf = (search: LogSearch): 'oldest' | 'newest' => search.order ?? (needsAPerson(search) ? 'oldest' : 'newest');

/** What the server is asked for a view. Times that count from now are reckoned anew with every call. */
export function taskQuery(search: LogSearch): Query {
  const now = Date.now();
  return {
    ...search,
    view: search.view === 'all' ? undefined : 'attention',
    from: asInstant(search.from, now),
    to: asInstant(search.to, now),
    columns: undefined,
    saved: undefined,
  };
}

/** The view with one value of a filter switched on or off. */
export function toggled(search: LogSearch, filter: Facet | Reference, value: string): LogSearch {
  const had: readonly string[] = search[filter] ?? [];
  return withValues(search, filter, had.includes(value) ? had.filter((one) => one !== value) : [...had, value]);
}

/** The view with these values of a filter and no others. */
export function withValues(search: LogSearch, filter: Facet | Reference, values: readonly string[]): LogSearch {
  return { ...search, [filter]: values.length > 0 ? values : undefined };
}

/** Whether anything narrows the view, beside that it shows what needs a person. */
export function isNarrowed(search: LogSearch): boolean {
  return [...FACETS, ...REFERENCES, ...WORDS].some((name) => search[name] !== undefined);
}

/** The view with nothing narrowing it. */
export const widened = ({ view, order, columns }: LogSearch): LogSearch => ({ view, order, columns });

/** Whether both show the same tasks in the same order. */
export function sameTasks(one: LogSearch, other: LogSearch): boolean {
  return stringified(one) === stringified(other);
}

/** What a view shows as one text, to remember things by: the same whatever order the address had. */
export function stringified(search: LogSearch): string {
  const parts = [...FACETS, ...REFERENCES, ...WORDS].flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.toSorted() : value]];
  });
  return JSON.stringify([needsAPerson(search), orderOf(search), ...parts]);
}
