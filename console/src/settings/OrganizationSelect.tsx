import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inTreeOrder, useOrganizations } from './organizations';

export function OrganizationSelect({ exclude, ...props }: Omit<SelectProps, 'data'> & { exclude?: string }) {
  const { t } = useTranslation();
  const { data = [] } = useOrganizations();
  const choices = inTreeOrder(data)
    .filter(({ organization }) => organization.id !== exclude)
    .map(({ organization, depth }) => ({ value: organization.id, label: `${'\u2003'.repeat(depth)}${organization.name}` }));
  return <Select label={t('organizations.one')} searchable clearable {...props} data={choices} />;
}
