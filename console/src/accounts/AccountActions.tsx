import { Button, Group } from '@mantine/core';
import { IconBan, IconCircleCheck, IconEdit, IconShieldCog, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/directory';

export type AccountDialog = 'edit' | 'permissions' | 'enable' | 'disable' | 'delete';

export function AccountActions({ account, onAsk }: { account: Account; onAsk: (dialog: AccountDialog) => void }) {
  const { t } = useTranslation();
  const disabled = account.status === 'DISABLED';
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => onAsk('edit')}>
        {t('common.edit')}
      </Button>
      <Button variant="default" leftSection={<IconShieldCog size={16} />} onClick={() => onAsk('permissions')}>
        {t('permissions.many')}
      </Button>
      <Button variant="default" leftSection={disabled ? <IconCircleCheck size={16} /> : <IconBan size={16} />} onClick={() => onAsk(disabled ? 'enable' : 'disable')}>
        {t(disabled ? 'accounts.enable' : 'accounts.disable')}
      </Button>
      <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => onAsk('delete')}>
        {t('common.delete')}
      </Button>
    </Group>
  );
}
