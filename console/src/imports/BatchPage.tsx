import { Alert, Button, Group, Text } from '@mantine/core';
import { IconDownload, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { address } from '../api/client';
import { oneQuery } from '../api/one';
import { May } from '../rights/May';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { BatchProgress } from './BatchProgress';
import { BatchRows } from './BatchRows';
import { goodRows, initiatorOf, isMoving, kindOf } from './batches';
import { BatchStatusBadge } from './BatchStatusBadge';
import { CancelBatchDialog } from './CancelBatchDialog';
import { RunDialog } from './RunDialog';

export function BatchPage() {
  const { t } = useTranslation();
  const { batchId } = useParams({ from: '/inside/imports/$batchId' });
  const { data: batch, error } = useQuery({
    ...oneQuery<Batch>('/batches', batchId),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 1000 : false),
  });
  const [asked, setAsked] = useState<'run' | 'cancel' | null>(null);
  return (
    <Page
      title={batch?.name ?? t('imports.one')}
      subtitle={batch && [kindOf(t, batch), batch.applicationName].filter(Boolean).join(' · ')}
      above={<TextLink to="/imports">{t('nav.imports')}</TextLink>}
      actions={batch && <Actions batch={batch} onAsk={setAsked} />}
    >
      <ErrorNotice error={error} />
      {batch && (
        <>
          <NextStep batch={batch} />
          <Section title={t('imports.progress')} testId="progress" aside={<BatchStatusBadge status={batch.status} />}>
            <BatchProgress batch={batch} />
            <div style={{ height: 14 }} />
            <BatchFacts batch={batch} />
          </Section>
          <BatchRows batch={batch} />
          {asked === 'run' && <RunDialog batch={batch} onClose={() => setAsked(null)} />}
          {asked === 'cancel' && <CancelBatchDialog batch={batch} onClose={() => setAsked(null)} />}
        </>
      )}
    </Page>
  );
}

function Actions({ batch, onAsk }: { batch: Batch; onAsk: (asked: 'run' | 'cancel') => void }) {
  const { t } = useTranslation();
  const cancellable = batch.status === 'READY' || batch.status === 'READING' || batch.status === 'RUNNING' || batch.tasks.queued > 0;
  return (
    <Group gap="xs">
      <Button component="a" href={address(`/batches/${batch.id}/rows.csv`)} download variant="default" leftSection={<IconDownload size={16} />}>
        {t('imports.results')}
      </Button>
      <May right="CHANGE_ACCOUNTS">
        {batch.status === 'READY' && (
          <Button leftSection={<IconPlayerPlay size={16} />} disabled={goodRows(batch) === 0} onClick={() => onAsk('run')}>
            {t('imports.run')}
          </Button>
        )}
        {cancellable && (
          <Button variant="subtle" color="red" ml="lg" leftSection={<IconX size={16} />} onClick={() => onAsk('cancel')}>
            {t('imports.cancel')}
          </Button>
        )}
      </May>
    </Group>
  );
}

function NextStep({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  if (batch.failure) {
    return (
      <Alert color="red" title={t('imports.failed')} mb="md">
        {batch.failure}
      </Alert>
    );
  }
  if (batch.status !== 'READY') {
    return null;
  }
  const words = { good: amount(goodRows(batch)), bad: amount(batch.bad) };
  return (
    <Alert color={batch.bad > 0 ? 'orange' : 'blue'} title={t('imports.preview')} mb="md" data-testid="preview">
      {t(batch.bad > 0 ? 'imports.previewBad' : 'imports.previewGood', words)}
    </Alert>
  );
}

function BatchFacts({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  return (
    <Facts
      wide
      facts={[
        [t('imports.rows'), amount(batch.total)],
        [t('imports.bad'), batch.bad > 0 ? <Text size="sm" c="red">{amount(batch.bad)}</Text> : null],
        [t('applications.one'), batch.applicationName],
        [t('synclog.column.initiator'), initiatorOf(batch)],
        [t('common.created'), <TimeText key="c" at={batch.createdAt} />],
        [t('imports.started'), batch.startedAt && <TimeText at={batch.startedAt} />],
        [t('imports.ended'), batch.endedAt && <TimeText at={batch.endedAt} />],
        [
          t('nav.log'),
          (batch.kind === 'USERS' ? Object.values(batch.tasks).some((count) => count > 0) : batch.opened > 0) ? (
            <TextLink to="/log" search={{ view: 'all', batch: [batch.id] }}>
              {t('imports.allRecords')}
            </TextLink>
          ) : null,
        ],
      ]}
    />
  );
}
