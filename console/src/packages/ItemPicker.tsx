import { Button, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackageItem } from '../api/policies';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { usePermissions } from '../permissions/permissions';

const ACCOUNT = 'account';

/** Adds an application's account, or one of its permissions. */
export function ItemPicker({ onAdd }: { onAdd: (item: PackageItem) => void }) {
  const { t } = useTranslation();
  const [application, setApplication] = useState<{ id: string; name: string } | null>(null);
  const [what, setWhat] = useState<string | null>(ACCOUNT);
  const { data = [] } = usePermissions(application?.id ?? null);
  const add = () => {
    const permission = data.find(({ id }) => id === what);
    onAdd({
      applicationId: application?.id ?? '',
      applicationName: application?.name,
      permissionId: permission?.id ?? null,
      permissionName: permission?.name ?? null,
      permissionKind: permission?.kind ?? null,
    });
    setWhat(null);
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <ApplicationSelect
        style={{ flex: 1 }}
        size="xs"
        value={application?.id ?? null}
        onChange={(id, chosen) => {
          setApplication(id ? { id, name: chosen?.name ?? '' } : null);
          setWhat(ACCOUNT);
        }}
      />
      <Select
        style={{ flex: 1 }}
        size="xs"
        label={t('packages.what')}
        searchable
        disabled={!application}
        placeholder={t('packages.chooseWhat')}
        data={[
          { value: ACCOUNT, label: t('packages.account') },
          ...data.map(({ id, kind, name }) => ({ value: id, label: `${name} (${t(`permissions.kind.${kind}`)})` })),
        ]}
        value={what}
        onChange={setWhat}
      />
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} disabled={!application || !what} onClick={add}>
        {t('common.add')}
      </Button>
    </Group>
  );
}
