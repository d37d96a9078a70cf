import type { SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/directory';
import { SearchSelect } from '../ui/SearchSelect';

interface ApplicationSelectProps extends Omit<SelectProps, 'data' | 'onChange' | 'value'> {
  value: string | null;
  onChange: (id: string | null, application: Application | undefined) => void;
}

export function ApplicationSelect(props: ApplicationSelectProps) {
  const { t } = useTranslation();
  return (
    <SearchSelect<Application>
      label={t('applications.one')}
      placeholder={t('applications.choose')}
      {...props}
      path="/applications"
      toChoice={({ id, name }) => ({ value: id, label: name })}
    />
  );
}
