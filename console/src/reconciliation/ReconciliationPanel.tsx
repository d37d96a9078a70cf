import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { useList } from '../api/list';
import { runsOf, type ReconciliationOptions, type ReconciliationRun } from '../api/reconciliation';
import { May } from '../rights/May';
import type { Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { ReconciliationStatusBadge } from './badges';
import { StartDialog } from './StartDialog';

/** Reads what an application has, and shows earlier readings. */
export function ReconciliationPanel({ applicationId, name }: { applicationId: string; name: string }) {
  const { t } = useTranslation();
  const path = runsOf(applicationId);
  const { data: options, error } = useQuery({
    queryKey: [path, 'options'],
    queryFn: ({ signal }) => get<ReconciliationOptions>(`${path}/options`, {}, signal),
  });
  const runs = useList<ReconciliationRun>(path, {}, { every: 3000, limit: 20 });
  const [starting, setStarting] = useState(false);
  const columns = useMemo<Column<ReconciliationRun>[]>(
    () => [
      {
        id: 'started',
        header: t('reconciliation.started'),
        width: '',
        cell: (run) => (
          <TextLink to="/reconciliations/$runId" params={{ runId: run.id }}>
            <TimeText at={run.createdAt} />
          </TextLink>
        ),
      },
      { id: 'status', header: t('common.status'), width: '', cell: (run) => <ReconciliationStatusBadge status={run.status} /> },
      { id: 'accounts', header: t('reconciliation.accountsRead'), width: '', cell: (run) => amount(run.accountsRead) },
      { id: 'objects', header: t('reconciliation.objectsRead'), width: '', cell: (run) => (run.objects.length > 0 ? amount(run.objectsRead) : '') },
      { id: 'initiator', header: t('synclog.column.initiator'), width: '', cell: (run) => run.initiator.name },
      { id: 'findings', header: t('reconciliation.findings'), width: '', cell: (run) => run.status === 'DONE' && t(run.findingsDeletedAt ? 'reconciliation.findingsGone' : 'reconciliation.findingsThere') },
    ],
    [t],
  );
  return (
    <Section
      title={t('reconciliation.title')}
      testId="reconciliation"
      aside={
        <May right="CHANGE_ACCOUNTS">
          <Button size="xs" leftSection={<IconDownload size={15} />} disabled={!options?.possible} onClick={() => setStarting(true)}>
            {t('reconciliation.read')}
          </Button>
        </May>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t(options && !options.possible ? 'reconciliation.impossible' : 'reconciliation.help')}
      </Text>
      <ErrorNotice error={error ?? runs.error} />
      {runs.rows.length > 0 ? (
        <PlainTable rows={runs.rows} columns={columns} rowId={(run) => run.id} />
      ) : (
        !runs.isPending && <EmptyState title={t('reconciliation.empty')} hint={t('reconciliation.emptyHint')} />
      )}
      {runs.hasNextPage && (
        <Button variant="subtle" size="xs" mt="xs" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      {starting && options && <StartDialog applicationId={applicationId} name={name} options={options} onClose={() => setStarting(false)} />}
    </Section>
  );
}
