import type { SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/directory';
import { SearchSelect } from '../ui/SearchSelect';

interface UserSelectProps extends Omit<SelectProps, 'data' | 'onChange' | 'value'> {
  value: string | null;
  onChange: (id: string | null) => void;
}

export function UserSelect(props: UserSelectProps) {
  const { t } = useTranslation();
  return (
    <SearchSelect<User>
      label={t('users.one')}
      placeholder={t('users.choose')}
      {...props}
      path="/users"
      toChoice={({ id, userName, displayName }) => ({ value: id, label: displayName ? `${displayName} (${userName})` : userName })}
    />
  );
}
