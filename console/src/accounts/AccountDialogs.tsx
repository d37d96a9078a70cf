import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import type { Account, AccountAnswer } from '../api/directory';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useAsOpened } from '../ui/useAsOpened';
import type { AccountDialog } from './AccountActions';
import { EditAccountDialog } from './EditAccountDialog';
import { useOperation } from './operations';
import { PermissionsDialog } from './PermissionsDialog';

interface AccountDialogsProps {
  account: Account;
  dialog: AccountDialog;
  onClose: () => void;
}

export function AccountDialogs({ account: latest, dialog, onClose }: AccountDialogsProps) {
  const account = useAsOpened(latest);
  switch (dialog) {
    case 'edit':
      return <EditAccountDialog account={account} onClose={onClose} />;
    case 'permissions':
      return <PermissionsDialog account={account} onClose={onClose} />;
    case 'enable':
    case 'disable':
    case 'delete':
      return <OperationDialog account={account} operation={dialog} onClose={onClose} />;
  }
}

function OperationDialog({ account, operation, onClose }: { account: Account; operation: 'enable' | 'disable' | 'delete'; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useOperation(
    () => (operation === 'delete' ? remove<AccountAnswer>(`/accounts/${account.id}`, account.version) : post<AccountAnswer>(`/accounts/${account.id}/${operation}`)),
    onClose,
  );
  const words = { name: account.name, application: account.applicationName };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive={operation !== 'enable'}
      title={t(`accounts.${operation}Title`, words)}
      confirmLabel={t(operation === 'delete' ? 'common.delete' : `accounts.${operation}`)}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t(`accounts.${operation}Meaning`, words)}</Text>
    </ConfirmDialog>
  );
}
