import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClockHour4, IconMinus, IconShieldCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/directory';
import { Badge, type Tone } from '../ui/Badge';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

const LOOKS: Record<string, [Tone, Icon]> = {
  REQUESTED: ['blue', IconClockHour4],
  HELD: ['green', IconShieldCheck],
  RELEASING: ['orange', IconMinus],
};

/** The permissions the account holds, is to get, or is to lose. */
export function Bindings({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const { t } = useTranslation();
  const bindings = account.bindings ?? [];
  return (
    <Section
      title={t('permissions.many')}
      testId="bindings"
      aside={
        <Button size="compact-sm" variant="subtle" onClick={onEdit}>
          {t('permissions.change')}
        </Button>
      }
    >
      {bindings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('accounts.noBindings')}
        </Text>
      )}
      <Stack gap={8}>
        {bindings.map(({ permission, status, endsAt }) => {
          const [tone, icon] = LOOKS[status] ?? (['gray', IconShieldCheck] as const);
          return (
            <Group key={permission.id} gap="sm">
              <Badge tone={tone} icon={icon} label={t(`accounts.binding.${status}`, { defaultValue: status })} />
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
          );
        })}
      </Stack>
    </Section>
  );
}
