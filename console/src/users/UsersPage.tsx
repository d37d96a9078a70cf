import { Button, Group, Select } from '@mantine/core';
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/directory';
import { useList } from '../api/list';
import { May } from '../rights/May';
import { OrganizationSelect } from '../settings/OrganizationSelect';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { UserDialog } from './UserDialog';
import { UserStatusBadge } from './UserStatusBadge';

export function UsersPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/users' });
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const users = useList<User>('/users', { q: search.q, organizationId: search.organization, status: search.status });
  const change = (part: Partial<typeof search>) => void navigate({ to: '/users', search: { ...search, ...part }, replace: true });
  const open = (user: User) => void navigate({ to: '/users/$userId', params: { userId: user.id } });
  const { cursor } = useRowKeys({ rows: users.rows, onOpen: open });
  const columns = useMemo<Column<User>[]>(
    () => [
      { id: 'userName', header: t('users.userName'), width: 'minmax(140px, 1fr)', cell: (user) => <NameLink user={user} /> },
      { id: 'displayName', header: t('users.displayName'), width: 'minmax(140px, 1.2fr)', cell: (user) => user.displayName },
      { id: 'email', header: t('users.email'), width: 'minmax(160px, 1.4fr)', cell: (user) => user.email },
      { id: 'organization', header: t('organizations.one'), width: 'minmax(120px, 1fr)', cell: (user) => user.organizationName },
      { id: 'status', header: t('common.status'), width: '110px', cell: (user) => <UserStatusBadge status={user.status} /> },
      ...(search.status === 'DELETED'
        ? [{ id: 'heldBackBy', header: t('lifecycle.heldBackBy'), width: '150px', cell: (user: User) => t('lifecycle.accountsLeft', { count: user.heldBackBy ?? 0 }) }]
        : []),
      { id: 'updated', header: t('common.updated'), width: '110px', cell: (user) => <TimeText at={user.updatedAt} /> },
    ],
    [t, search.status],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('users.create')}
    </Button>
  );
  const actions = (
    <Group gap="xs">
      <ButtonLink to="/imports/users" variant="default" leftSection={<IconFileImport size={16} />}>
        {t('lifecycle.upload.title')}
      </ButtonLink>
      {create}
    </Group>
  );
  return (
    <Page title={t('nav.users')} subtitle={t('users.hint')} actions={<May right="ADMINISTER_PEOPLE">{actions}</May>} fill>
      <FilterRow>
        <SearchBox label={t('users.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <OrganizationSelect size="xs" w={220} label={undefined} aria-label={t('organizations.one')} placeholder={t('organizations.any')} value={search.organization ?? null} onChange={(organization) => change({ organization: organization ?? undefined })} />
        <Select
          size="xs"
          w={150}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={['ENABLED', 'DISABLED', 'DELETED'].map((value) => ({ value, label: t(`users.status.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.users')}
        source={users}
        columns={columns}
        rowId={(user) => user.id}
        onOpen={open}
        cursor={cursor}
        minWidth={860}
        memory="users"
        empty={<EmptyState icon={IconUsers} title={t('users.empty')} hint={t(search.status === 'DELETED' ? 'lifecycle.noneDeleted' : 'users.emptyHint')} action={<May right="ADMINISTER_PEOPLE">{create}</May>} />}
      />
      {creating && <UserDialog user={null} onClose={() => setCreating(false)} onSaved={open} />}
    </Page>
  );
}

function NameLink({ user }: { user: User }) {
  return (
    <TextLink to="/users/$userId" params={{ userId: user.id }}>
      {user.userName}
    </TextLink>
  );
}
