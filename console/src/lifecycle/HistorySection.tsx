import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { Status } from '../api/tasks';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { HistoryItem } from './HistoryItem';
import type { HistoryEntry } from './history';

const MOVING: Status[] = ['QUEUED', 'RUNNING', 'AWAITING_CALLBACK'];

/** What was changed about a user, by whom, and what followed. */
export function HistorySection({ userId, chosen, named = false }: { userId: string; chosen?: string; named?: boolean }) {
  const { t } = useTranslation();
  const history = useList<HistoryEntry>(`/users/${userId}/changes`, {}, { limit: 20 });
  const moving = history.rows.some(({ tasks }) => tasks.some(({ status }) => MOVING.includes(status)));
  const { refetch } = history;
  useEffect(() => {
    const timer = moving ? setInterval(() => void refetch(), 2000) : undefined;
    return () => clearInterval(timer);
  }, [moving, refetch]);
  return (
    <Section title={t('lifecycle.history.title')} testId="history">
      <ErrorNotice error={history.error} />
      {history.isPending && (
        <Text size="sm" c="dimmed">
          {t('common.loading')}
        </Text>
      )}
      <Stack gap={0}>
        {history.rows.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} chosen={entry.id === chosen} named={named} />
        ))}
      </Stack>
      {history.hasNextPage && (
        <Group mt="xs">
          <Button variant="subtle" size="xs" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
