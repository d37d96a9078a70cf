import type { MultiSelectProps } from '@mantine/core';
import type { Person } from '../api/access';
import type { User } from '../api/directory';
import { SearchMultiSelect } from '../ui/SearchMultiSelect';

interface PeopleSelectProps extends Omit<MultiSelectProps, 'data' | 'onChange' | 'value'> {
  value: string[];
  onChange: (ids: string[]) => void;
  /** Names of those chosen before. */
  known: Person[];
}

export function PeopleSelect({ known, ...props }: PeopleSelectProps) {
  return (
    <SearchMultiSelect<User>
      {...props}
      path="/users"
      toChoice={({ id, displayName, userName }) => ({ value: id, label: `${displayName} (${userName})` })}
      known={known.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
