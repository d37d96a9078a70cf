import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../api/access';
import { useList } from '../api/list';
import { itemWords } from '../requests/words';
import { TimeText } from '../ui/TimeText';
import type { Prolonged } from './ProlongDialog';

/** What of mine ends soon. */
export function Reminders({ onProlong }: { onProlong: (what: Prolonged) => void }) {
  const { t } = useTranslation();
  const { rows } = useList<Reminder>('/portal/reminders', {}, { every: 30_000 });
  if (rows.length === 0) {
    return null;
  }
  return (
    <Alert color="orange" icon={<IconCalendarExclamation />} title={t('portal.endingSoon')} mb="md" data-testid="reminders">
      <Stack gap={6}>
        {rows.map((one) => (
          <Group key={`${one.accountId}:${one.permissionId}`} justify="space-between" wrap="nowrap">
            <Text size="sm" component="div">
              {one.applicationName}: {itemWords(one, t)} — {t('portal.ends')} <TimeText at={one.endsAt} />
            </Text>
            <Button size="compact-xs" variant="white" onClick={() => onProlong({ accountId: one.accountId, permissionId: one.permissionId, name: `${itemWords(one, t)} · ${one.applicationName}`, endsAt: one.endsAt })}>
              {t('portal.prolong')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
