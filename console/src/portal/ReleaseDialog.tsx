import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountAccess } from '../api/access';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { list } from '../ui/format';
import { consequence, pair, type Selection } from './selection';

interface ReleaseDialogProps {
  accounts: AccountAccess[];
  selection: Selection;
  onClose: () => void;
  onDone: () => void;
}

/** Names what follows before anything is given back. */
export function ReleaseDialog({ accounts, selection, onClose, onDone }: ReleaseDialogProps) {
  const { t } = useTranslation();
  const change = useChange(
    ['/portal/access', '/portal/reminders'],
    () =>
      post('/portal/access/release', {
        accountIds: selection.accounts,
        permissions: selection.permissions.map((one) => ({ accountId: one.slice(0, one.indexOf(':')), permissionId: one.slice(one.indexOf(':') + 1) })),
      }),
    onDone,
    () => t('portal.released'),
  );
  const concerned = accounts
    .map((account) => ({
      account,
      whole: selection.accounts.includes(account.accountId),
      permissions: account.permissions.filter((permission) => selection.permissions.includes(pair(account.accountId, permission.permissionId))),
    }))
    .filter(({ whole, permissions }) => whole || permissions.length > 0);
  return (
    <ConfirmDialog opened destructive onClose={onClose} title={t('portal.releaseTitle')} confirmLabel={t('portal.giveBack')} busy={change.isPending} error={change.error} onConfirm={() => change.mutate(undefined)}>
      <Text size="sm">{t('portal.releaseMeaning')}</Text>
      <List size="sm" spacing={6}>
        {concerned.map(({ account, whole, permissions }) => (
          <List.Item key={account.accountId}>
            <b>{account.applicationName}</b>: {whole ? t('portal.wholeAccount') : list(permissions.map((permission) => permission.name))}
            {consequence(account, selection) !== 'KEEP' && (
              <Text size="sm" c="red">
                {t(`portal.consequence.${consequence(account, selection)}`, { name: account.accountName })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </ConfirmDialog>
  );
}
