import { KINDS, type FindingCount, type Kind } from '../api/reconciliation';
import { OBJECT_TYPES, type ObjectType } from '../api/tasks';

/** All findings of a kind, and how many of them wait for a decision. */
export interface Category {
  objectType: ObjectType;
  kind: Kind;
  count: number;
  open: number;
  /** Linked by this run, and otherwise than expected. */
  linkedDiffering: number;
}

const rank = ({ objectType, kind }: Category) => OBJECT_TYPES.indexOf(objectType) * KINDS.length + KINDS.indexOf(kind);

/** What was found, by category, in the order a person goes through it. */
export function categoriesOf(counts: FindingCount[]): Category[] {
  const all = new Map<string, Category>();
  for (const { objectType, kind, outcome, count, differing } of counts) {
    const key = `${objectType} ${kind}`;
    const category = all.get(key) ?? { objectType, kind, count: 0, open: 0, linkedDiffering: 0 };
    category.count += count;
    category.open += outcome === 'OPEN' ? count : 0;
    category.linkedDiffering += outcome === 'LINKED' ? differing : 0;
    all.set(key, category);
  }
  return [...all.values()].toSorted((one, other) => rank(one) - rank(other));
}

export const firstOf = (counts: FindingCount[]): Category | undefined => categoriesOf(counts)[0];
