import { ActionIcon, Button, Group, Table, Text } from '@mantine/core';
import { IconUserMinus, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { SearchBox } from '../ui/SearchBox';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { UserStatusBadge } from '../users/UserStatusBadge';
import { TOUCHED, type GroupMember, type UserGroup } from './groups';

export function Members({ group, onAdd }: { group: UserGroup; onAdd: () => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [leaving, setLeaving] = useState<GroupMember | null>(null);
  const members = useList<GroupMember>(`/groups/${group.id}/members`, { q: q || undefined });
  const add = (
    <May right="ADMINISTER_PEOPLE">
      <Button leftSection={<IconUserPlus size={16} />} onClick={onAdd}>
        {t('groups.add')}
      </Button>
    </May>
  );
  if (group.members === 0) {
    return (
      <Section title={t('groups.members')}>
        <EmptyState icon={IconUsersGroup} title={t('groups.noMembers')} hint={t('groups.noMembersHint')} action={add} />
      </Section>
    );
  }
  return (
    <Section title={t('groups.members')}>
      <SearchBox label={t('groups.searchMembers')} value={q} onChange={setQ} />
      <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />
      <Table highlightOnHover verticalSpacing={6} mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('users.userName')}</Table.Th>
            <Table.Th>{t('users.displayName')}</Table.Th>
            <Table.Th>{t('users.email')}</Table.Th>
            <Table.Th>{t('common.status')}</Table.Th>
            <Table.Th>{t('groups.since')}</Table.Th>
            <Table.Th aria-label={t('groups.remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.rows.map((member) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                <TextLink to="/users/$userId" params={{ userId: member.id }}>
                  {member.userName}
                </TextLink>
              </Table.Td>
              <Table.Td>{member.displayName}</Table.Td>
              <Table.Td>{member.email}</Table.Td>
              <Table.Td>
                <UserStatusBadge status={member.status} />
              </Table.Td>
              <Table.Td>
                <TimeText at={member.since} />
              </Table.Td>
              <Table.Td w={50}>
                <May right="ADMINISTER_PEOPLE">
                  <ActionIcon variant="subtle" color="red" aria-label={t('groups.removeOf', { name: member.displayName })} onClick={() => setLeaving(member)}>
                    <IconUserMinus size={16} />
                  </ActionIcon>
                </May>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!members.isPending && members.rows.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('groups.noneFoundMembers')}
        </Text>
      )}
      {members.hasNextPage && (
        <Group justify="center" mt="sm">
          <Button variant="default" size="xs" loading={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
            {t('groups.more')}
          </Button>
        </Group>
      )}
      {leaving && <RemoveDialog group={group} member={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  );
}

function RemoveDialog({ group, member, onClose }: { group: UserGroup; member: GroupMember; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChange([...TOUCHED, `/groups/${group.id}/members`], () => post(`/groups/${group.id}/members`, { remove: [member.id] }), onClose);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('groups.removeTitle', { name: member.displayName, group: group.name })}
      confirmLabel={t('groups.remove')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('groups.removeMeaning')}</Text>
    </ConfirmDialog>
  );
}
