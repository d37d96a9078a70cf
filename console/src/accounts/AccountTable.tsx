import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/client';
import type { Account } from '../api/directory';
import { useList } from '../api/list';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PlainTable } from '../ui/PlainTable';
import { accountColumns } from './columns';

/** Accounts of a user or an application, on its own page. */
export function AccountTable({ query, empty }: { query: Query; empty: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const accounts = useList<Account>('/accounts', query);
  const columns = useMemo(() => accountColumns(t), [t]);
  return (
    <>
      <ErrorNotice error={accounts.error} />
      {accounts.rows.length > 0 ? (
        <PlainTable
          rows={accounts.rows}
          columns={columns}
          rowId={(account) => account.id}
          onOpen={(account) => void navigate({ to: '/accounts/$accountId', params: { accountId: account.id } })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {accounts.isPending ? t('common.loading') : empty}
        </Text>
      )}
      {accounts.hasNextPage && (
        <Button variant="subtle" size="xs" mt="xs" loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
