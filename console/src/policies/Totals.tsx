import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LINE_KINDS, type SimulationResult } from '../api/policies';
import { amount } from '../ui/format';

/** How many users gain, lose and keep something; and whether everybody was looked at. */
export function Totals({ result }: { result: SimulationResult }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xl" data-testid="totals" align="flex-start">
        {LINE_KINDS.filter((kind) => kind !== 'LEFT' || result.users.LEFT > 0).map((kind) => (
          <div key={kind} data-kind={kind}>
            <Text size="xl" fw={600} lh={1.2}>
              {amount(result.users[kind])}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`policies.usersWho.${kind}`, { count: result.users[kind] })}
            </Text>
          </div>
        ))}
      </Group>
      {!result.complete && (
        <Alert color="orange" mt="sm">
          {t('policies.incomplete', { lookedAt: amount(result.lookedAt), total: amount(result.total) })}
        </Alert>
      )}
    </>
  );
}
