import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../api/access';
import { get } from '../api/client';
import type { User } from '../api/directory';
import type { Page } from '../api/list';

interface PeopleSelectProps extends Omit<MultiSelectProps, 'data' | 'onChange' | 'value'> {
  value: string[];
  onChange: (ids: string[]) => void;
  /** Names of those chosen before. */
  known: Person[];
}

/** Chooses several users; what is typed is searched on the server. */
export function PeopleSelect({ value, onChange, known, ...select }: PeopleSelectProps) {
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState(() => new Map(known.map((person) => [person.id, person.name])));
  const [q] = useDebouncedValue(typed, 250);
  const { data } = useQuery({
    queryKey: ['/users', 'people', q],
    queryFn: ({ signal }) => get<Page<User>>('/users', { q, limit: 30 }, signal),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).map((user) => ({ value: user.id, label: `${user.displayName} (${user.userName})` }));
  const chosen = value.filter((id) => !found.some((one) => one.value === id)).map((id) => ({ value: id, label: names.get(id) ?? known.find((one) => one.id === id)?.name ?? id }));
  const choose = (ids: string[]) => {
    setNames((before) => new Map([...before, ...found.filter((one) => ids.includes(one.value)).map((one): [string, string] => [one.value, one.label])]));
    onChange(ids);
  };
  return <MultiSelect {...select} searchable hidePickedOptions data={[...chosen, ...found]} filter={({ options }) => options} searchValue={typed} onSearchChange={setTyped} value={value} onChange={choose} />;
}
