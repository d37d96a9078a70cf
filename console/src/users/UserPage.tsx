import { Alert, Button, Group } from '@mantine/core';
import { IconBan, IconCircleCheck, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountTable } from '../accounts/AccountTable';
import type { User } from '../api/directory';
import { oneQuery } from '../api/one';
import { asProblem } from '../api/problem';
import { HistorySection } from '../lifecycle/HistorySection';
import { PermissionsSection } from '../lifecycle/PermissionsSection';
import { StatusDialog, type StatusAct } from '../lifecycle/StatusDialog';
import { May } from '../rights/May';
import { TasksOf } from '../synclog/TasksOf';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { list } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { shownValue } from '../synclog/values';
import { PortalInvitation } from './PortalInvitation';
import { UserDialog } from './UserDialog';
import { UserStatusBadge } from './UserStatusBadge';

type Asked = 'edit' | StatusAct | null;

export function UserPage() {
  const { t } = useTranslation();
  const { userId } = useParams({ from: '/inside/users/$userId' });
  const { change } = useSearch({ from: '/inside/users/$userId' });
  const { data: found, error } = useQuery({ ...oneQuery<User>('/users', userId), refetchInterval: ({ state }) => (state.data?.status === 'DELETED' && !state.error ? 3000 : false) });
  const [asked, setAsked] = useState<Asked>(null);
  const gone = error !== null && asProblem(error).status === 404;
  const user = gone ? undefined : found;
  return (
    <Page
      title={user?.displayName || user?.userName || t('users.one')}
      above={<TextLink to="/users">{t('nav.users')}</TextLink>}
      actions={<May right="ADMINISTER_PEOPLE">{user && <Actions user={user} onAsk={setAsked} />}</May>}
    >
      {gone ? (
        <Alert color="gray" title={t('lifecycle.history.gone')} mb="md" data-testid="gone">
          {t('lifecycle.history.goneHint')}
        </Alert>
      ) : (
        <ErrorNotice error={error} />
      )}
      {user && (
        <>
          {user.status === 'DELETED' && (
            <Alert color="orange" title={t('lifecycle.history.deleted')} mb="md" data-testid="deleted">
              {t('lifecycle.history.heldBack', { count: user.heldBackBy ?? 0 })}
            </Alert>
          )}
          <Section title={t('users.data')}>
            <UserFacts user={user} />
          </Section>
          <Section title={t('nav.accounts')}>
            <AccountTable query={{ userId }} empty={t('users.noAccounts')} />
          </Section>
          <PermissionsSection user={user} />
          <May right="ADMINISTER_PEOPLE">
            <PortalInvitation user={user} />
          </May>
          <TasksOf query={{ user: userId }} search={{ view: 'all', user: [userId] }} />
          {asked === 'edit' && <UserDialog user={user} onClose={() => setAsked(null)} />}
          {asked && asked !== 'edit' && <StatusDialog user={user} act={asked} onClose={() => setAsked(null)} />}
        </>
      )}
      <HistorySection userId={userId} chosen={change} named={gone} />
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
        [t('users.manager'), user.managerId && <ManagerLink key="m" id={user.managerId} name={user.managerName} />],
        [t('users.groups'), user.groups && list(user.groups)],
        ...Object.entries(user.attributes ?? {}).map(([name, value]): [string, string] => [name, shownValue(value)]),
        [t('common.created'), <TimeText key="c" at={user.createdAt} />],
        [t('common.updated'), <TimeText key="u" at={user.updatedAt} />],
      ]}
    />
  );
}

function ManagerLink({ id, name }: { id: string; name: string | null }) {
  return (
    <TextLink to="/users/$userId" params={{ userId: id }}>
      {name ?? id}
    </TextLink>
  );
}
