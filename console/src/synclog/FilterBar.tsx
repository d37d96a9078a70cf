import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowsSort, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../api/tasks';
import { SearchBox } from '../ui/SearchBox';
import { local } from '../ui/times';
import styles from './Log.module.css';
import { facetLabel } from './facetLabel';
import { FACETS, isNarrowed, REFERENCES, toggled, widened, type LogSearch } from './search';

interface FilterBarProps {
  search: LogSearch;
  facets: Facets | undefined;
  onChange: (search: LogSearch) => void;
  searchRef: Ref<HTMLInputElement>;
  facetsShown: boolean;
  onToggleFacets: () => void;
  children?: React.ReactNode;
}

export function FilterBar({ search, facets, onChange, searchRef, facetsShown, onToggleFacets, children }: FilterBarProps) {
  const { t } = useTranslation();
  const filters = facetsShown ? t('synclog.hideFilters') : t('synclog.showFilters');
  const order = search.order === 'oldest' ? t('synclog.oldestFirst') : t('synclog.newestFirst');
  return (
    <div className={styles.bar}>
      <Tooltip label={filters}>
        <ActionIcon variant={facetsShown ? 'light' : 'default'} size={30} aria-label={filters} aria-pressed={facetsShown} onClick={onToggleFacets}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Tooltip>
      <SegmentedControl
        size="xs"
        aria-label={t('synclog.view')}
        value={search.view ?? 'attention'}
        onChange={(view) => onChange({ ...search, view: view === 'all' ? 'all' : undefined, order: undefined })}
        data={[
          { value: 'attention', label: t('synclog.attention') },
          { value: 'all', label: t('synclog.all') },
        ]}
      />
      <SearchBox inputRef={searchRef} label={t('synclog.search')} value={search.q ?? ''} onChange={(q) => onChange({ ...search, q: q || undefined })} />
      {search.view && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowsSort size={14} />}
          onClick={() => onChange({ ...search, order: search.order ? undefined : 'oldest' })}
        >
          {order}
        </Button>
      )}
      <Chips search={search} facets={facets} onChange={onChange} />
      <span style={{ flex: 1 }} />
      {children}
    </div>
  );
}

function Chips({ search, facets, onChange }: Pick<FilterBarProps, 'search' | 'facets' | 'onChange'>) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const chips = [
    ...FACETS.flatMap((facet) =>
      (search[facet] ?? []).map((value) => {
        const label = facets?.facets[facet]?.find((one) => one.value === value)?.label ?? value;
        return { key: `${facet}:${value}`, text: `${t(`synclog.facet.${facet}`)}: ${facetLabel(t, facet, value, label)}`, without: toggled(search, facet, value) };
      }),
    ),
    ...REFERENCES.flatMap((name) =>
      (search[name] ?? []).map((value) => ({
        key: `${name}:${value}`,
        text: `${t(`synclog.reference.${name}`)}: ${nameOf(value)}`,
        without: toggled(search, name, value),
      })),
    ),
    ...(search.from || search.to
      ? [
          {
            key: 'time',
            text: [search.from, search.to].map((at) => (at ? local(new Date(at)).slice(0, 16) : '…')).join(' – '),
            without: { ...search, from: undefined, to: undefined },
          },
        ]
      : []),
  ];
  return (
    <>
      {chips.map(({ key, text, without }) => (
        <span key={key} className={styles.chip} data-testid="chip">
          <span>{text}</span>
          <ActionIcon size="xs" radius="xl" variant="transparent" color="gray" aria-label={t('synclog.removeFilter', { filter: text })} onClick={() => onChange(without)}>
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
      {isNarrowed(search) && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange(widened(search))}>
          {t('synclog.clearFilters')}
        </Button>
      )}
    </>
  );
}

/** Names of things the console has read already, for filters that came by a link. */
function useNames() {
  const queries = useQueryClient();
  return (id: string) => {
    for (const path of ['/accounts', '/users', '/batches', '/failure-groups']) {
      const known = queries.getQueryData<{ name?: string; displayName?: string; pattern?: string }>([path, 'one', id]);
      if (known) {
        return known.displayName ?? known.name ?? known.pattern ?? id;
      }
    }
    return id.slice(0, 8);
  };
}
