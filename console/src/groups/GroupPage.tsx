import { Button, Code, Group, Text } from '@mantine/core';
import { IconEdit, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import { oneQuery, useChange } from '../api/one';
import { May } from '../rights/May';
import { TasksOf } from '../synclog/TasksOf';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { AddMembersDialog } from './AddMembersDialog';
import { GroupDialog } from './GroupDialog';
import { Members } from './Members';
import { TOUCHED, type UserGroup } from './groups';

type Asked = 'edit' | 'add' | 'delete' | null;

export function GroupPage() {
  const { t } = useTranslation();
  const { groupId } = useParams({ from: '/inside/groups/$groupId' });
  const { data: group, error } = useQuery(oneQuery<UserGroup>('/groups', groupId));
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <Page title={group?.name ?? t('groups.one')} above={<TextLink to="/groups">{t('nav.groups')}</TextLink>} actions={<May right="ADMINISTER_PEOPLE">{group && <Actions onAsk={setAsked} />}</May>}>
      <ErrorNotice error={error} />
      {group && (
        <>
          <Section title={t('groups.data')}>
            <Facts
              wide
              facts={[
                [t('groups.description'), group.description],
                [t('groups.members'), amount(group.members)],
                [t('groups.externalId'), group.externalId],
                [t('groups.inExpressions'), <Code key="e">{`${JSON.stringify(group.name)} in user.groups`}</Code>],
                [t('common.created'), <TimeText key="c" at={group.createdAt} />],
                [t('common.updated'), <TimeText key="u" at={group.updatedAt} />],
              ]}
            />
          </Section>
          <Members group={group} onAdd={() => setAsked('add')} />
          {asked === 'edit' && <GroupDialog group={group} onClose={close} />}
          {asked === 'add' && <AddMembersDialog group={group} onClose={close} />}
          {asked === 'delete' && <DeleteDialog group={group} onClose={close} />}
        </>
      )}
      <TasksOf query={{ cause: groupId }} search={{ view: 'all', cause: [groupId] }} />
    </Page>
  );
}

function Actions({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => onAsk('add')}>
        {t('groups.add')}
      </Button>
      <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => onAsk('edit')}>
        {t('common.edit')}
      </Button>
      <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => onAsk('delete')}>
        {t('common.delete')}
      </Button>
    </Group>
  );
}

function DeleteDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useChange(
    TOUCHED,
    () => remove(`/groups/${group.id}`, group.version),
    () => {
      onClose();
      void navigate({ to: '/groups' });
    },
    () => t('groups.deleteDone', { name: group.name }),
  );
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('groups.deleteTitle', { name: group.name, count: group.members })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('groups.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}
