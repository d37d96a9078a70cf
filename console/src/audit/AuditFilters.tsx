import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AUDIT, OUTCOMES, type Outcome } from '../api/audit';
import { get } from '../api/client';
import { FilterRow } from '../ui/FilterRow';
import { SearchBox } from '../ui/SearchBox';
import { actName } from './words';

export interface AuditSearch {
  q?: string;
  act?: string;
  outcome?: Outcome;
  actor?: string;
  objectId?: string;
  from?: string;
  to?: string;
}

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (part: Partial<AuditSearch>) => void;
}

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const acts = useQuery({ queryKey: [AUDIT, 'acts'], queryFn: () => get<string[]>(`${AUDIT}/acts`) });
  return (
    <FilterRow>
      <SearchBox value={search.q ?? ''} label={t('audit.search')} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        size="xs"
        w={190}
        clearable
        searchable
        aria-label={t('audit.act')}
        placeholder={t('audit.anyAct')}
        data={(acts.data ?? []).map((code) => ({ value: code, label: actName(t, code) }))}
        value={search.act ?? null}
        onChange={(act) => onChange({ act: act ?? undefined })}
      />
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t('audit.outcome')}
        placeholder={t('audit.anyOutcome')}
        data={OUTCOMES.map((value) => ({ value, label: t(`audit.outcomeWord.${value}`) }))}
        value={search.outcome ?? null}
        onChange={(outcome) => onChange({ outcome: (outcome as Outcome | null) ?? undefined })}
      />
      <TextInput size="xs" type="date" aria-label={t('audit.since')} value={search.from ?? ''} onChange={(event) => onChange({ from: event.currentTarget.value || undefined })} />
      <TextInput size="xs" type="date" aria-label={t('audit.until')} value={search.to ?? ''} onChange={(event) => onChange({ to: event.currentTarget.value || undefined })} />
      {search.actor && (
        <Button size="xs" variant="subtle" onClick={() => onChange({ actor: undefined })}>
          {t('audit.everybody')}
        </Button>
      )}
      {search.objectId && (
        <Button size="xs" variant="subtle" onClick={() => onChange({ objectId: undefined })}>
          {t('audit.everything')}
        </Button>
      )}
    </FilterRow>
  );
}
