import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { Permission } from '../api/directory';
import type { Page } from '../api/list';
import { oneQuery } from '../api/one';
import { useApplicationNames } from './names';

interface PermissionsOfProps {
  label: string;
  description?: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Permissions of any application, searched on the server. */
export function PermissionsOf({ label, description, value, onChange }: PermissionsOfProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 250);
  const { data } = useQuery({
    queryKey: ['/permissions', 'choices', q],
    queryFn: ({ signal }) => get<Page<Permission>>('/permissions', { q, limit: 50 }, signal),
    placeholderData: (before) => before,
  });
  const chosen = useQueries({ queries: value.map((id) => oneQuery<Permission>('/permissions', id)) }).flatMap((one) => (one.data ? [one.data] : []));
  const all = [...chosen, ...(data?.items ?? []).filter(({ id }) => !value.includes(id))];
  const names = useApplicationNames(all.map(({ applicationId }) => applicationId));
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length === 0 ? t('governance.searchPermissions') : undefined}
      searchable
      clearable
      data={all.map(({ id, applicationId, name }) => ({ value: id, label: names[applicationId] ? `${names[applicationId]}: ${name}` : name }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}
