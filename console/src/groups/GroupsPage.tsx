import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { GroupDialog } from './GroupDialog';
import type { UserGroup } from './groups';

export function GroupsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/groups' });
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const groups = useList<UserGroup>('/groups', { q: search.q });
  const open = (group: UserGroup) => void navigate({ to: '/groups/$groupId', params: { groupId: group.id } });
  const { cursor } = useRowKeys({ rows: groups.rows, onOpen: open });
  const columns = useMemo<Column<UserGroup>[]>(
    () => [
      { id: 'name', header: t('common.name'), width: 'minmax(160px, 1.2fr)', cell: (group) => <NameLink group={group} /> },
      { id: 'description', header: t('groups.description'), width: 'minmax(180px, 2fr)', cell: (group) => group.description },
      { id: 'members', header: t('groups.members'), width: '100px', cell: (group) => amount(group.members) },
      { id: 'externalId', header: t('groups.externalId'), width: 'minmax(120px, 1fr)', cell: (group) => group.externalId },
      { id: 'updated', header: t('common.updated'), width: '110px', cell: (group) => <TimeText at={group.updatedAt} /> },
    ],
    [t],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('groups.create')}
    </Button>
  );
  return (
    <Page title={t('nav.groups')} subtitle={t('groups.hint')} actions={<May right="ADMINISTER_PEOPLE">{create}</May>} fill>
      <FilterRow>
        <SearchBox
          label={t('groups.search')}
          value={search.q ?? ''}
          onChange={(q) => void navigate({ to: '/groups', search: { ...search, q: q || undefined }, replace: true })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.groups')}
        source={groups}
        columns={columns}
        rowId={(group) => group.id}
        onOpen={open}
        cursor={cursor}
        minWidth={760}
        memory="groups"
        empty={<EmptyState icon={IconUsersGroup} title={t(search.q ? 'groups.noneFound' : 'groups.empty')} hint={t('groups.emptyHint')} action={<May right="ADMINISTER_PEOPLE">{create}</May>} />}
      />
      {creating && <GroupDialog group={null} onClose={() => setCreating(false)} onSaved={open} />}
    </Page>
  );
}

function NameLink({ group }: { group: UserGroup }) {
  return (
    <TextLink to="/groups/$groupId" params={{ groupId: group.id }}>
      {group.name}
    </TextLink>
  );
}
