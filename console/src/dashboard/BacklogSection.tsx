import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backlog, Dashboard } from '../api/dashboard';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { logOfBacklog } from './figures';
import { useSome } from './useSome';

const count = (value: number) => value.toLocaleString('en');

/** What waits or is under way, the application with the oldest first. */
export function BacklogSection({ dashboard: { backlog } }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { some, more } = useSome(backlog);
  const columns = useMemo<Column<Backlog>[]>(
    () => [
      {
        id: 'application',
        header: t('applications.one'),
        width: '1fr',
        cell: ({ application }) => (
          <TextLink to="/log" search={logOfBacklog(application.id)}>
            {application.name}
          </TextLink>
        ),
      },
      { id: 'queued', header: t('dashboard.queued'), width: '80px', cell: ({ queued }) => count(queued) },
      { id: 'running', header: t('dashboard.running'), width: '80px', cell: ({ running }) => count(running) },
      { id: 'awaiting', header: t('dashboard.awaiting'), width: '100px', cell: ({ awaitingCallback }) => count(awaitingCallback) },
      { id: 'oldest', header: t('dashboard.oldest'), width: '140px', cell: ({ oldestOpenedAt }) => <TimeText at={oldestOpenedAt} /> },
    ],
    [t],
  );
  return (
    <Section title={t('dashboard.backlogTitle')} testId="backlog">
      {backlog.length > 0 ? (
        <PlainTable rows={some} columns={columns} rowId={({ application }) => application.id} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('dashboard.nothingWaits')}
        </Text>
      )}
      {more}
    </Section>
  );
}
