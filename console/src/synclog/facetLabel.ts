import type { TFunction } from 'i18next';
import type { Status } from '../api/tasks';
import type { Facet } from './search';
import { LOOKS } from './statuses';

/** A filter's value in the reader's words; values that are names stay as the data has them. */
export function facetLabel(t: TFunction, facet: Facet, value: string, label: string): string {
  switch (facet) {
    case 'status':
      return value === 'CONFIRMED' ? t('synclog.status.CONFIRMED.short') : t(LOOKS[value as Status]?.label ?? value);
    case 'action':
    case 'objectType':
    case 'source':
    case 'failureKind':
      return t(`synclog.${facet}.${value}`);
    case 'application':
    case 'initiator':
      return label;
  }
}
