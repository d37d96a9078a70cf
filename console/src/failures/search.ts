import { z } from 'zod/mini';
import type { Query } from '../api/client';
import { GROUP_STATES, type GroupState } from '../api/failures';
import { FAILURE_KINDS } from '../api/tasks';

const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);

/** The view of the list, as its address holds it. Without `state` it shows what is not resolved. */
export const failuresSearch = z.object({
  q: text,
  application: text,
  kind: z.catch(z.optional(z.enum(FAILURE_KINDS)), undefined),
  state: z.catch(z.optional(z.enum([...GROUP_STATES, 'any'])), undefined),
  sort: z.catch(z.optional(z.literal('lastSeen')), undefined),
});

export type FailuresSearch = z.output<typeof failuresSearch>;

const UNRESOLVED: GroupState[] = ['OPEN', 'ACKNOWLEDGED', 'CAME_BACK'];

/** What the server is asked for a view. */
export function groupQuery({ q, application, kind, state, sort }: FailuresSearch): Query {
  return { q, application, kind, state: state === undefined ? UNRESOLVED : state === 'any' ? undefined : state, sort: sort && 'LAST_SEEN' };
}

export const isNarrowed = ({ q, application, kind, state }: FailuresSearch) => Boolean(q ?? application ?? kind ?? state);
