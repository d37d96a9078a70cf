import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES, STATUSES } from '../../api/tasks';
import type { Facet, Reference } from '../search';

/** What a filter is called in the query line, and what its values are. */
export type Field =
  /** One of a few words. */
  | { name: string; kind: 'constants'; filter: Facet; values: readonly string[] }
  /** The name of something that has an id, or the id. */
  | { name: string; kind: 'named'; filter: 'application' | 'user' | 'account' }
  | { name: string; kind: 'id'; filter: Extract<Reference, 'batch' | 'cause' | 'repair' | 'failureGroup'> }
  | { name: string; kind: 'text'; filter: 'initiator' }
  | { name: 'opened'; kind: 'time' }
  /** Words about the view as a whole. */
  | { name: 'needs' | 'order'; kind: 'word'; values: readonly string[] };

/** In the order in which the query line is written. */
export const FIELDS: readonly Field[] = [
  { name: 'needs', kind: 'word', values: ['person'] },
  { name: 'status', kind: 'constants', filter: 'status', values: STATUSES },
  { name: 'failure', kind: 'constants', filter: 'failureKind', values: FAILURE_KINDS },
  { name: 'app', kind: 'named', filter: 'application' },
  { name: 'user', kind: 'named', filter: 'user' },
  { name: 'object', kind: 'named', filter: 'account' },
  { name: 'type', kind: 'constants', filter: 'objectType', values: OBJECT_TYPES },
  { name: 'action', kind: 'constants', filter: 'action', values: ACTIONS },
  { name: 'source', kind: 'constants', filter: 'source', values: SOURCES },
  { name: 'initiator', kind: 'text', filter: 'initiator' },
  { name: 'batch', kind: 'id', filter: 'batch' },
  { name: 'cause', kind: 'id', filter: 'cause' },
  { name: 'repair', kind: 'id', filter: 'repair' },
  { name: 'group', kind: 'id', filter: 'failureGroup' },
  { name: 'opened', kind: 'time' },
  { name: 'order', kind: 'word', values: ['oldest', 'newest'] },
];

/** Other words people try for the same. */
const ALIASES: Record<string, string> = {
  application: 'app',
  account: 'object',
  objecttype: 'type',
  failurekind: 'failure',
  by: 'initiator',
  from: 'opened',
  to: 'opened',
};

export const fieldNamed = (name: string): Field | undefined => FIELDS.find((field) => field.name === name.toLowerCase());

/** The field somebody most likely meant. */
export function likelyField(name: string): Field | undefined {
  const lower = name.toLowerCase();
  return fieldNamed(ALIASES[lower] ?? '') ?? FIELDS.find((field) => near(field.name, lower));
}

/** Whether two words differ by little: a beginning, or a letter or two. */
export function near(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one) || distance(one, other) <= Math.max(1, Math.floor(one.length / 4));
}

/** How many letters have to be put in, taken out, exchanged or swapped (restricted Damerau-Levenshtein). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? 0) + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
