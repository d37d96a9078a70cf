import type { TFunction } from 'i18next';
import type { FacetValue } from '../api/tasks';
import { amount } from '../ui/format';
import type { Facet } from './search';

/** Where the server stops counting. */
export const COUNTED = 10_000;

/** A number of tasks; beyond where counting stops it is only known to be more. */
export const countOf = (t: TFunction, count: number) => (count > COUNTED ? t('loglist.moreThan', { number: amount(COUNTED) }) : amount(count));

/** Filters whose values are counted one by one also when there are more tasks than are counted. */
const EXACT: readonly Facet[] = ['status', 'application', 'failureKind'];

/** Whether the values of a filter were counted among the newest tasks only. */
export const isEstimate = (facet: Facet, totalIsEstimate: boolean, searching: boolean) => totalIsEstimate && (searching || !EXACT.includes(facet));

/** The values in the order they had before, new ones last: what is counted again does not move under the pointer. */
export function inOrder(before: readonly string[], values: readonly FacetValue[]): FacetValue[] {
  const place = (value: string) => {
    const at = before.indexOf(value);
    return at < 0 ? before.length : at;
  };
  return values.toSorted((a, b) => place(a.value) - place(b.value));
}
