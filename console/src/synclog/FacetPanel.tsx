import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../api/tasks';
import { amount } from '../ui/format';
import { COUNTED, countOf, inOrder, isEstimate } from './counts';
import { facetLabel } from './facetLabel';
import styles from './Log.module.css';
import { FACETS, stringified, toggled, type Facet, type LogSearch } from './search';

/** Values of one filter shown before the reader asks for the rest. */
const FEW = 7;

interface FacetPanelProps {
  facets: Facets | undefined;
  search: LogSearch;
  onChange: (search: LogSearch) => void;
}

export function FacetPanel({ facets, search, onChange }: FacetPanelProps) {
  const { t } = useTranslation();
  return (
    <aside className={styles.facets} aria-label={t('synclog.filters')}>
      {FACETS.map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          values={facets?.facets[facet] ?? []}
          estimate={isEstimate(facet, facets?.totalIsEstimate ?? false, search.q !== undefined)}
          search={search}
          onChange={onChange}
        />
      ))}
    </aside>
  );
}

interface FacetGroupProps extends Omit<FacetPanelProps, 'facets'> {
  facet: Facet;
  values: Facets['facets'][string];
  /** Only the newest tasks were counted. */
  estimate: boolean;
}

function FacetGroup({ facet, values, estimate, search, onChange }: FacetGroupProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const chosen: readonly string[] = search[facet] ?? [];
  const ordered = useSteadyOrder(values, stringified(search));
  // What was chosen stays in sight, also when nothing matches it any more.
  const missing = chosen.filter((value) => !values.some((one) => one.value === value)).map((value) => ({ value, label: value, count: 0 }));
  const known = [...ordered, ...missing];
  if (known.length === 0) {
    return null;
  }
  const shown = all ? known : known.filter((one, i) => i < FEW || chosen.includes(one.value));
  return (
    <fieldset className={styles.facet} data-testid={`facet-${facet}`}>
      <legend>
        {t(`synclog.facet.${facet}`)}
        {estimate && <small title={t('loglist.amongNewest', { number: amount(COUNTED) })}> {t('loglist.about')}</small>}
      </legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className={styles.value} title={facetLabel(t, facet, value, label)}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChange(toggled(search, facet, value))} />
          <span>{facetLabel(t, facet, value, label)}</span>
          <small>{countOf(t, count)}</small>
        </label>
      ))}
      {known.length > shown.length && (
        <UnstyledButton fz="xs" c="dimmed" px={4} onClick={() => setAll(true)}>
          {t('synclog.moreValues', { count: known.length - shown.length })}
        </UnstyledButton>
      )}
    </fieldset>
  );
}

/** The most frequent value stands first when a view is opened; what happens meanwhile moves nothing. */
function useSteadyOrder(values: Facets['facets'][string], view: string) {
  const order = useRef<{ view: string; values: string[] }>({ view, values: [] });
  const before = order.current.view === view ? order.current.values : [];
  const ordered = inOrder(before, values);
  useEffect(() => {
    order.current = { view, values: ordered.map(({ value }) => value) };
  });
  return ordered;
}
