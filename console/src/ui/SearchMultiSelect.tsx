import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client';
import type { Page } from '../api/list';
import { oneQuery } from '../api/one';
import type { Choice } from './SearchSelect';

interface SearchMultiSelectProps<T> extends Omit<MultiSelectProps, 'data' | 'onChange' | 'value'> {
  /** List whose items are chosen from; it understands `q`. */
  path: string;
  toChoice: (item: T) => Choice;
  value: string[];
  onChange: (values: string[]) => void;
  /** Those whose names are known already; the others are asked for one by one. */
  known?: Choice[];
}

/** Chooses several of many: what is typed is searched on the server. */
export function SearchMultiSelect<T>({ path, toChoice, value, onChange, known = [], ...select }: SearchMultiSelectProps<T>) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Choice[]>([]);
  const [q] = useDebouncedValue(typed, 250);
  const { data } = useQuery({
    queryKey: [path, 'choices', q],
    queryFn: ({ signal }) => get<Page<T>>(path, { q, limit: 30 }, signal),
    placeholderData: (before) => before,
  });
  const found = data?.items.map(toChoice) ?? [];
  const named = [...picked, ...known];
  const nameless = value.filter((id) => !named.some((one) => one.value === id));
  const asked = useQueries({ queries: nameless.map((id) => oneQuery<T>(path, id)) }).flatMap((one) => (one.data ? [toChoice(one.data)] : []));
  const label = (id: string) => [...named, ...asked, ...found].find((one) => one.value === id)?.label ?? id;
  const choose = (ids: string[]) => {
    setPicked(ids.map((id) => ({ value: id, label: label(id) })));
    onChange(ids);
  };
  return (
    <MultiSelect
      {...select}
      searchable
      hidePickedOptions
      data={[...value.map((id) => ({ value: id, label: label(id) })), ...found.filter((one) => !value.includes(one.value))]}
      // The server has searched already, in more than the label.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={choose}
    />
  );
}
