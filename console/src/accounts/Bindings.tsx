import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/directory';
import { May } from '../rights/May';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { BindingBadge } from './BindingBadge';

/** The permissions the account holds, is to get, or is to lose. */
export function Bindings({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const { t } = useTranslation();
  const bindings = account.bindings ?? [];
  return (
    <Section
      title={t('permissions.many')}
      testId="bindings"
      aside={
        <May right="CHANGE_ACCOUNTS">
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {t('permissions.change')}
          </Button>
        </May>
      }
    >
      {bindings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('accounts.noBindings')}
        </Text>
      )}
      <Stack gap={8}>
        {bindings.map(({ permission, status, endsAt }) => (
          <Group key={permission.id} gap="sm">
            <BindingBadge status={status} />
            <Text size="sm">
              {t(`permissions.kind.${permission.kind}`)} <b>{permission.name}</b>{' '}
              <Text span size="xs" c="dimmed">
                {permission.value}
              </Text>
            </Text>
            {endsAt && (
              <Text size="xs" c="dimmed">
                {t('accounts.ends')} <TimeText at={endsAt} />
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
