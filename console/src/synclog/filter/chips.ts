import type { TFunction } from 'i18next';
import type { Facets } from '../../api/tasks';
import { list } from '../../ui/format';
import { facetLabel } from '../facetLabel';
import { nameOf, type Names } from '../query/names';
import { FACETS, needsAPerson, REFERENCES, type Facet, type LogSearch, type Reference } from '../search';

/** What a chip is about. */
export type ChipKind = Facet | Reference | 'needs' | 'opened' | 'q';

export interface Chip {
  kind: ChipKind;
  /** The filter and its values, in the reader's words. */
  name: string;
  values: string;
  without: LogSearch;
}

/** In the order of the query line. */
const ORDER: readonly ChipKind[] = [
  'needs',
  'status',
  'failureKind',
  'application',
  'user',
  'account',
  'objectType',
  'action',
  'source',
  'initiator',
  'batch',
  'cause',
  'repair',
  'failureGroup',
  'opened',
  'q',
];

/** What came by a link or from the line can only be taken away. */
const FIXED: readonly ChipKind[] = ['needs', 'batch', 'cause', 'repair', 'failureGroup', 'q'];

/** Whether there are values to choose from. */
export const isEditable = (kind: ChipKind) => !FIXED.includes(kind);

/** Filters that can be added by hand. */
export const ADDABLE = ORDER.filter(isEditable);

interface Words {
  t: TFunction;
  facets: Facets | undefined;
  names: Names;
  /** What has no name of its own, as far as it is known. */
  titleOf: (id: string) => string | undefined;
  /** The period as the clock of the console says it. */
  period: (from: string | undefined, to: string | undefined) => string;
}

/** One chip for each filter that narrows the view. */
export function chipsOf(search: LogSearch, words: Words): Chip[] {
  return ORDER.flatMap((kind) => {
    const values = valuesOf(kind, search, words);
    return values === null ? [] : [{ kind, name: nameOfFilter(words.t, kind), values, without: without(search, kind) }];
  });
}

export function nameOfFilter(t: TFunction, kind: ChipKind): string {
  switch (kind) {
    case 'needs':
    case 'opened':
    case 'q':
      return t(`loglist.chip.${kind}`);
    case 'user':
    case 'account':
    case 'batch':
    case 'cause':
    case 'repair':
    case 'failureGroup':
      return t(`synclog.reference.${kind}`);
    case 'status':
    case 'application':
    case 'action':
    case 'objectType':
    case 'source':
    case 'failureKind':
    case 'initiator':
      return t(`synclog.facet.${kind}`);
  }
}

function valuesOf(kind: ChipKind, search: LogSearch, { t, facets, names, titleOf, period }: Words): string | null {
  switch (kind) {
    case 'needs':
      return needsAPerson(search) ? '' : null;
    case 'opened':
      return search.from || search.to ? period(search.from, search.to) : null;
    case 'q':
      return search.q ?? null;
    default:
      return search[kind] ? list(search[kind].map((value) => titleOf(value) ?? sayValue(t, kind, value, facets, names))) : null;
  }
}

/** A value of a filter in the reader's words: its name, as far as it is known. */
export function sayValue(t: TFunction, kind: Facet | Reference, value: string, facets: Facets | undefined, names: Names): string {
  if (isReference(kind)) {
    return (kind === 'user' || kind === 'account' ? nameOf(names, kind, value) : undefined) ?? value.slice(0, 8);
  }
  const label = facets?.facets[kind]?.find((one) => one.value === value)?.label;
  const named = kind === 'application' ? (label ?? names.application.find(({ id }) => id === value)?.name) : label;
  return facetLabel(t, kind, value, named ?? value);
}

const isReference = (kind: Facet | Reference): kind is Reference => (REFERENCES as readonly string[]).includes(kind);
export const isFacet = (kind: ChipKind): kind is Facet => (FACETS as readonly string[]).includes(kind);

function without(search: LogSearch, kind: ChipKind): LogSearch {
  switch (kind) {
    case 'needs':
      return { ...search, view: 'all' };
    case 'opened':
      return { ...search, from: undefined, to: undefined };
    default:
      return { ...search, [kind]: undefined };
  }
}
