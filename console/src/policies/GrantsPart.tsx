import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant, PermissionPackage } from '../api/policies';
import { ItemList, keyOf } from '../packages/ItemList';
import { ItemPicker } from '../packages/ItemPicker';
import { SearchSelect } from '../ui/SearchSelect';

/** What a policy grants: packages, accounts, permissions. */
export function GrantsPart({ grants, onChange }: { grants: Grant[]; onChange: (grants: Grant[]) => void }) {
  const { t } = useTranslation();
  const add = (grant: Grant) => grants.every((one) => keyOf(one) !== keyOf(grant)) && onChange([...grants, grant]);
  return (
    <Stack gap="sm" maw={760}>
      <ItemList items={grants} empty={t('policies.noGrants')} onRemove={(grant) => onChange(grants.filter((one) => one !== grant))} />
      <PackagePicker onAdd={add} />
      <ItemPicker onAdd={(item) => add({ packageId: null, ...item })} />
    </Stack>
  );
}

function PackagePicker({ onAdd }: { onAdd: (grant: Grant) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<PermissionPackage | null>(null);
  const add = () => {
    if (chosen) {
      onAdd({ packageId: chosen.id, packageName: chosen.name, applicationId: null, permissionId: null });
      setChosen(null);
    }
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <SearchSelect<PermissionPackage>
        style={{ flex: 1 }}
        size="xs"
        label={t('packages.one')}
        placeholder={t('policies.choosePackage')}
        path="/packages"
        query={{ active: 'true', provisionable: 'true' }}
        toChoice={({ id, name }) => ({ value: id, label: name })}
        value={chosen?.id ?? null}
        onChange={(_, one) => setChosen(one ?? null)}
      />
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} disabled={!chosen} onClick={add}>
        {t('common.add')}
      </Button>
    </Group>
  );
}
