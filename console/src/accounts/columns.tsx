import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Account } from '../api/directory';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { AccountStatusBadge } from './AccountStatusBadge';

export function accountColumns(t: TFunction): Column<Account>[] {
  return [
    {
      id: 'name',
      header: t('accounts.name'),
      width: 'minmax(150px, 1.2fr)',
      cell: (account) => (
        <TextLink to="/accounts/$accountId" params={{ accountId: account.id }}>
          {account.name}
        </TextLink>
      ),
    },
    { id: 'application', header: t('applications.one'), width: 'minmax(120px, 1fr)', cell: (account) => account.applicationName },
    { id: 'user', header: t('users.one'), width: 'minmax(140px, 1.2fr)', cell: (account) => <Owner account={account} orphan={t('accounts.orphan')} /> },
    { id: 'status', header: t('common.status'), width: '120px', cell: (account) => <AccountStatusBadge status={account.status} /> },
    { id: 'remoteId', header: t('accounts.remoteId'), width: 'minmax(140px, 1.4fr)', cell: (account) => account.remoteId },
    { id: 'updated', header: t('common.updated'), width: '110px', cell: (account) => <TimeText at={account.updatedAt} /> },
    {
      id: 'task',
      header: t('accounts.openTask'),
      width: '110px',
      cell: (account) =>
        account.openTaskId && (
          <TextLink to="/log/$taskId" params={{ taskId: account.openTaskId }}>
            {t('accounts.toTask')}
          </TextLink>
        ),
    },
  ];
}

function Owner({ account, orphan }: { account: Account; orphan: string }) {
  return account.userId ? (
    <TextLink to="/users/$userId" params={{ userId: account.userId }}>
      {account.userDisplayName || account.userName}
    </TextLink>
  ) : (
    <Text span size="sm" c="dimmed">
      {orphan}
    </Text>
  );
}
