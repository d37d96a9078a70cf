import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../api/directory';
import type { Facets } from '../../api/tasks';
import { SearchSelect } from '../../ui/SearchSelect';
import { UserSelect } from '../../users/UserSelect';
import { FIELDS } from '../query/fields';
import type { Names } from '../query/names';
import { facetLabel } from '../facetLabel';
import { withValues, type Facet, type LogSearch, type Reference } from '../search';
import { sayValue, type ChipKind } from './chips';
import { PeriodEditor } from './PeriodEditor';
import { ValueChecks, type Choice } from './ValueChecks';

interface FilterEditorProps {
  kind: ChipKind;
  search: LogSearch;
  facets: Facets | undefined;
  names: Names;
  onChange: (search: LogSearch) => void;
}

/** Changes the values of one filter. */
export function FilterEditor({ kind, search, facets, names, onChange }: FilterEditorProps) {
  const { t } = useTranslation();
  switch (kind) {
    case 'opened':
      return <PeriodEditor from={search.from} to={search.to} onChange={(period) => onChange({ ...search, ...period })} />;
    case 'user':
    case 'account':
      return <References kind={kind} search={search} facets={facets} names={names} onChange={onChange} />;
    case 'status':
    case 'application':
    case 'action':
    case 'objectType':
    case 'source':
    case 'failureKind':
    case 'initiator':
      return (
        <ValueChecks
          values={known(kind, search[kind] ?? [], facets, names)}
          chosen={search[kind] ?? []}
          say={(value, label) => facetLabel(t, kind, value, label)}
          onChange={(values) => onChange(withValues(search, kind, values))}
        />
      );
    case 'needs':
    case 'batch':
    case 'cause':
    case 'repair':
    case 'failureGroup':
    case 'q':
      return null;
  }
}

/** What is counted, then whatever else there could be: nothing goes away under the pointer because nothing has it any more. */
function known(facet: Facet, chosen: readonly string[], facets: Facets | undefined, names: Names): Choice[] {
  const counted: Choice[] = facets?.facets[facet] ?? [];
  const named = facet === 'application' ? names.application.map(({ id, name }) => ({ value: id, label: name })) : [];
  const bare = [...constantsOf(facet), ...chosen].map((value) => ({ value, label: value }));
  return [...new Map([...bare, ...named, ...counted].map((choice) => [choice.value, choice])).values()];
}

function constantsOf(facet: Facet): readonly string[] {
  return FIELDS.flatMap((field) => (field.kind === 'constants' && field.filter === facet ? field.values : []));
}

function References({ kind, search, facets, names, onChange }: FilterEditorProps & { kind: Extract<Reference, 'user' | 'account'> }) {
  const { t } = useTranslation();
  const chosen = search[kind] ?? [];
  const add = (id: string | null) => id && onChange(withValues(search, kind, [...new Set([...chosen, id])]));
  return (
    <Stack gap="xs">
      {chosen.map((id) => (
        <label key={id}>
          <input type="checkbox" checked onChange={() => onChange(withValues(search, kind, chosen.filter((one) => one !== id)))} />{' '}
          {sayValue(t, kind, id, facets, names)}
        </label>
      ))}
      {kind === 'user' ? (
        <UserSelect size="xs" value={null} onChange={add} comboboxProps={{ withinPortal: false }} />
      ) : (
        <SearchSelect<Account>
          size="xs"
          label={t('accounts.one')}
          path="/accounts"
          toChoice={({ id, name, applicationName }) => ({ value: id, label: `${name} · ${applicationName}` })}
          value={null}
          onChange={add}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </Stack>
  );
}
