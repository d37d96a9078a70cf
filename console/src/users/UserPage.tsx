import { Button, Group, Text } from '@mantine/core';
import { IconBan, IconCircleCheck, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountTable } from '../accounts/AccountTable';
import { post, remove } from '../api/client';
import type { User } from '../api/directory';
import { oneQuery, useChange } from '../api/one';
import { TasksOf } from '../synclog/TasksOf';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { notify } from '../ui/notify';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { shownValue } from '../synclog/values';
import { UserDialog } from './UserDialog';
import { UserStatusBadge } from './UserStatusBadge';

type Asked = 'edit' | 'enable' | 'disable' | 'delete' | null;

export function UserPage() {
  const { t } = useTranslation();
  const { userId } = useParams({ from: '/inside/users/$userId' });
  const { data: user, error } = useQuery(oneQuery<User>('/users', userId));
  const [asked, setAsked] = useState<Asked>(null);
  return (
    <Page
      title={user?.displayName || user?.userName || t('users.one')}
      above={<TextLink to="/users">{t('nav.users')}</TextLink>}
      actions={user && <Actions user={user} onAsk={setAsked} />}
    >
      <ErrorNotice error={error} />
      {user && (
        <>
          <Section title={t('users.data')}>
            <UserFacts user={user} />
          </Section>
          <Section title={t('nav.accounts')}>
            <AccountTable query={{ userId }} empty={t('users.noAccounts')} />
          </Section>
          <TasksOf query={{ user: userId }} search={{ view: 'all', user: [userId] }} />
          {asked === 'edit' && <UserDialog user={user} onClose={() => setAsked(null)} />}
          {asked && asked !== 'edit' && <UserAct user={user} act={asked} onClose={() => setAsked(null)} />}
        </>
      )}
    </Page>
  );
}

function Actions({ user, onAsk }: { user: User; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const active = user.status === 'ENABLED';
  if (user.status === 'DELETED') {
    return null;
  }
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => onAsk('edit')}>
        {t('common.edit')}
      </Button>
      <Button variant="default" leftSection={active ? <IconBan size={16} /> : <IconCircleCheck size={16} />} onClick={() => onAsk(active ? 'disable' : 'enable')}>
        {t(active ? 'users.disable' : 'users.enable')}
      </Button>
      <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => onAsk('delete')}>
        {t('common.delete')}
      </Button>
    </Group>
  );
}

function UserFacts({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <Facts
      wide
      facts={[
        [t('common.status'), <UserStatusBadge key="s" status={user.status} />],
        [t('users.userName'), user.userName],
        [t('users.givenName'), user.givenName],
        [t('users.familyName'), user.familyName],
        [t('users.email'), user.email],
        [t('users.phone'), user.phone],
        [t('users.employeeNumber'), user.employeeNumber],
        [t('organizations.one'), user.organizationName],
        ...Object.entries(user.attributes ?? {}).map(([name, value]): [string, string] => [name, shownValue(value)]),
        [t('common.created'), <TimeText key="c" at={user.createdAt} />],
        [t('common.updated'), <TimeText key="u" at={user.updatedAt} />],
      ]}
    />
  );
}

function UserAct({ user, act, onClose }: { user: User; act: 'enable' | 'disable' | 'delete'; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useChange(
    ['/users', '/accounts', '/tasks'],
    async () => {
      await (act === 'delete' ? remove(`/users/${user.id}`, user.version) : post(`/users/${user.id}/${act}`));
    },
    () => {
      notify.done(t(`users.${act}Done`, { name: user.userName }));
      onClose();
      if (act === 'delete') {
        void navigate({ to: '/users' });
      }
    },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive={act !== 'enable'}
      title={t(`users.${act}Title`, { name: user.displayName || user.userName })}
      confirmLabel={t(act === 'delete' ? 'common.delete' : `users.${act}`)}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t(`users.${act}Meaning`)}</Text>
    </ConfirmDialog>
  );
}
