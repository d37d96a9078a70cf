import { z } from 'zod/mini';
import type { Query } from '../api/client';
import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES, STATUSES } from '../api/tasks';

const one = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);
const oneOrMany = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (Array.isArray(value) ? value : [value])),
);
const nonEmpty = (values: string[]) => (values.length > 0 ? values : undefined);
const manyThat = (suit: (value: string) => boolean) =>
  z.catch(z.optional(z.pipe(oneOrMany, z.transform((values) => nonEmpty(values.filter(suit))))), undefined);
const many = manyThat(() => true);
const manyOf = (allowed: readonly string[]) => manyThat((value) => allowed.includes(value));

/** The whole view of the log list, as its address holds it. Without `view` it shows what needs a person. */
export const logSearch = z.object({
  view: z.catch(z.optional(z.literal('all')), undefined),
  order: z.catch(z.optional(z.literal('oldest')), undefined),
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
  from: one,
  to: one,
});

export type LogSearch = z.output<typeof logSearch>;

/** Filters whose values are counted at the left of the list. */
export const FACETS = ['status', 'application', 'action', 'objectType', 'source', 'failureKind', 'initiator'] as const;
export type Facet = (typeof FACETS)[number];

/** Filters that come from links only: there are too many values to choose from. */
export const REFERENCES = ['account', 'user', 'batch', 'cause', 'repair', 'failureGroup'] as const;
export type Reference = (typeof REFERENCES)[number];

/** What the server is asked for a view. */
export function taskQuery({ view, order, ...filters }: LogSearch): Query {
  return { ...filters, view: view ? undefined : 'attention', order: view ? order : undefined };
}

/** The view with one value of a filter switched on or off. */
export function toggled(search: LogSearch, filter: Facet | Reference, value: string): LogSearch {
  const had = search[filter] ?? [];
  const has = had.includes(value) ? had.filter((one) => one !== value) : [...had, value];
  return { ...search, [filter]: has.length > 0 ? has : undefined };
}

/** Whether anything narrows the view. */
export function isNarrowed(search: LogSearch): boolean {
  return [...FACETS, ...REFERENCES, 'q', 'from', 'to'].some((name) => search[name as keyof LogSearch] !== undefined);
}

/** The view with nothing narrowing it. */
export const widened = ({ view, order }: LogSearch): LogSearch => ({ view, order });

/** The view as one text, to remember things by. */
export const stringified = (search: LogSearch) => JSON.stringify(search);
