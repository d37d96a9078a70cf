import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { Application } from '../api/directory';
import type { Page } from '../api/list';

interface ApplicationsSelectProps {
  value: string[];
  /** Names of those chosen before. */
  known: { id: string; name: string }[];
  onChange: (ids: string[]) => void;
}

/** Some applications, or none for all of them; what is typed is searched on the server. */
export function ApplicationsSelect({ value, known, onChange }: ApplicationsSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState(() => new Map(known.map(({ id, name }) => [id, name])));
  const [q] = useDebouncedValue(typed, 250);
  const { data } = useQuery({
    queryKey: ['/applications', 'several', q],
    queryFn: ({ signal }) => get<Page<Application>>('/applications', { q, limit: 30 }, signal),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = value.filter((id) => !found.some((one) => one.value === id)).map((id) => ({ value: id, label: names.get(id) ?? id }));
  const choose = (ids: string[]) => {
    setNames((before) => new Map([...before, ...found.map((one): [string, string] => [one.value, one.label])]));
    onChange(ids);
  };
  return (
    <MultiSelect
      label={t('notifications.where')}
      placeholder={value.length === 0 ? t('notifications.everywhere') : undefined}
      description={t('notifications.whereHelp')}
      searchable
      hidePickedOptions
      data={[...chosen, ...found]}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={choose}
    />
  );
}
