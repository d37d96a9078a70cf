import { Button, Checkbox, Select } from '@mantine/core';
import { IconId, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/directory';
import { useList } from '../api/list';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { May } from '../rights/May';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useRowKeys } from '../ui/useRowKeys';
import { ACCOUNT_STATUSES } from './AccountStatusBadge';
import { accountColumns } from './columns';
import { CreateAccountDialog } from './CreateAccountDialog';

export function AccountsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/accounts' });
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const accounts = useList<Account>('/accounts', {
    q: search.q,
    applicationId: search.application,
    userId: search.user,
    status: search.status,
    orphan: search.orphan,
  });
  const columns = useMemo(() => accountColumns(t), [t]);
  const change = (part: Partial<typeof search>) => void navigate({ to: '/accounts', search: { ...search, ...part }, replace: true });
  const open = (account: Account) => void navigate({ to: '/accounts/$accountId', params: { accountId: account.id } });
  const { cursor } = useRowKeys({ rows: accounts.rows, onOpen: open });
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('accounts.create')}
    </Button>
  );
  return (
    <Page title={t('nav.accounts')} subtitle={t('accounts.hint')} actions={<May right="CHANGE_ACCOUNTS">{create}</May>} fill>
      <FilterRow>
        <SearchBox label={t('accounts.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <ApplicationSelect size="xs" w={200} label={undefined} aria-label={t('applications.one')} clearable value={search.application ?? null} onChange={(application) => change({ application: application ?? undefined })} />
        <Select
          size="xs"
          w={150}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={ACCOUNT_STATUSES.map((value) => ({ value, label: t(`accounts.status.${value}.label`) }))}
          value={search.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
        />
        <Checkbox size="xs" label={t('accounts.orphansOnly')} checked={search.orphan === 'true'} onChange={(event) => change({ orphan: event.currentTarget.checked ? 'true' : undefined })} />
      </FilterRow>
      <DataTable
        label={t('nav.accounts')}
        source={accounts}
        columns={columns}
        rowId={(account) => account.id}
        onOpen={open}
        cursor={cursor}
        minWidth={960}
        memory="accounts"
        empty={<EmptyState icon={IconId} title={t('accounts.empty')} hint={t('accounts.emptyHint')} action={<May right="CHANGE_ACCOUNTS">{create}</May>} />}
      />
      {creating && <CreateAccountDialog application={search.application ?? null} onClose={() => setCreating(false)} />}
    </Page>
  );
}
