import type { SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '../ui/SearchSelect';
import { PEOPLE, type Person } from './retention';

interface PersonSelectProps extends Omit<SelectProps, 'data' | 'onChange' | 'value'> {
  value: string | null;
  onChange: (id: string | null) => void;
}

/** A user, or somebody who is no longer one but still in the log. */
export function PersonSelect(props: PersonSelectProps) {
  const { t } = useTranslation();
  return (
    <SearchSelect<Person>
      label={t('retention.person')}
      description={t('retention.personHelp')}
      placeholder={t('retention.findPerson')}
      nothingFoundMessage={t('retention.nobody')}
      {...props}
      path={PEOPLE}
      toChoice={({ id, name, stillThere }) => ({ value: id, label: stillThere ? name : t('retention.gone', { name }) })}
    />
  );
}
