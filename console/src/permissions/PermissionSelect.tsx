import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePermissions } from './permissions';

interface PermissionSelectProps {
  applicationId: string;
  value: string[];
  onChange: (ids: string[]) => void;
  /** Permissions that are held already. */
  exclude?: string[];
  label?: string;
}

export function PermissionSelect({ applicationId, value, onChange, exclude = [], label }: PermissionSelectProps) {
  const { t } = useTranslation();
  const { data = [] } = usePermissions(applicationId);
  const choices = data
    .filter(({ id }) => !exclude.includes(id))
    .map(({ id, kind, name }) => ({ value: id, label: `${name} (${t(`permissions.kind.${kind}`)})` }));
  return (
    <MultiSelect
      label={label ?? t('permissions.many')}
      placeholder={value.length === 0 ? t(choices.length === 0 ? 'permissions.noneToChoose' : 'permissions.choose') : undefined}
      searchable
      clearable
      limit={100}
      data={choices}
      value={value}
      onChange={onChange}
    />
  );
}
