import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BindingBadge } from '../accounts/BindingBadge';
import type { User } from '../api/directory';
import { May } from '../rights/May';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { useAccountsOf } from './accountsOf';
import { UserPermissionsDialog } from './UserPermissionsDialog';

/** What the accounts of a user hold, over all applications. */
export function PermissionsSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const { accounts, held, isPending, error } = useAccountsOf(user.id);
  const [editing, setEditing] = useState(false);
  const edit = user.status !== 'DELETED' && accounts.length > 0 && (
    <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
      {t('permissions.change')}
    </Button>
  );
  return (
    <Section title={t('permissions.many')} testId="permissions" aside={<May right="CHANGE_ACCOUNTS">{edit}</May>}>
      <ErrorNotice error={error} />
      {held.length === 0 && !error && (
        <Text size="sm" c="dimmed">
          {t(isPending ? 'common.loading' : accounts.length === 0 ? 'lifecycle.permissions.noAccount' : 'lifecycle.permissions.none')}
        </Text>
      )}
      <Stack gap={8}>
        {held.map(({ account, binding }) => (
          <Group key={account.id + binding.permission.id} gap="sm">
            <BindingBadge status={binding.status} />
            <Text size="sm">
              {t(`permissions.kind.${binding.permission.kind}`)} <b>{binding.permission.name}</b>
            </Text>
            <TextLink to="/accounts/$accountId" params={{ accountId: account.id }}>
              {account.applicationName}
            </TextLink>
            {binding.endsAt && (
              <Text size="xs" c="dimmed" component="span">
                {t('accounts.ends')} <TimeText at={binding.endsAt} />
              </Text>
            )}
          </Group>
        ))}
      </Stack>
      {editing && <UserPermissionsDialog user={user} accounts={accounts} held={held} onClose={() => setEditing(false)} />}
    </Section>
  );
}
