import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client';
import type { Page } from '../api/list';

export interface Choice {
  value: string;
  label: string;
}

interface SearchSelectProps<T> extends Omit<SelectProps, 'data' | 'onChange' | 'value'> {
  /** List whose items are chosen from; it understands `q`. */
  path: string;
  query?: Record<string, string | undefined>;
  toChoice: (item: T) => Choice;
  value: string | null;
  onChange: (value: string | null, item: T | undefined) => void;
}

/** Chooses one of many: what is typed is searched on the server. */
export function SearchSelect<T>({ path, query = {}, toChoice, value, onChange, ...select }: SearchSelectProps<T>) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed, 250);
  const { data } = useQuery({
    queryKey: [path, 'choices', query, q],
    queryFn: ({ signal }) => get<Page<T>>(path, { ...query, q, limit: 30 }, signal),
    placeholderData: (before) => before,
  });
  const named = useQuery({
    queryKey: [path, 'one', value],
    queryFn: () => get<T>(`${path}/${value}`),
    enabled: value !== null && value !== chosen?.value,
  });
  const current = value === null ? null : chosen?.value === value ? chosen : named.data ? toChoice(named.data) : null;
  const found = data?.items.map(toChoice) ?? [];
  const choices = current && !found.some((one) => one.value === current.value) ? [current, ...found] : found;
  const choose = (next: string | null) => {
    setChosen(choices.find((one) => one.value === next) ?? null);
    onChange(
      next,
      data?.items.find((item) => toChoice(item).value === next),
    );
  };
  return (
    <Select
      {...select}
      searchable
      data={choices}
      // The server has searched already, in more than the label.
      filter={({ options }) => options}
      value={current ? value : null}
      onChange={choose}
      onSearchChange={setTyped}
    />
  );
}
