import { Alert, Button, Group, Loader, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { oneQuery, useChange } from '../api/one';
import { RECONCILIATIONS, type ReconciliationRun } from '../api/reconciliation';
import { May } from '../rights/May';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { ReconciliationStatusBadge } from './badges';
import { Categories } from './Categories';
import { firstOf } from './counts';
import { Evidence } from './Evidence';
import { FindingsOfKind } from './FindingsOfKind';

const isMoving = (run?: ReconciliationRun) => run?.status === 'RUNNING' || run?.acting?.underWay === true;

/** One reading of an application: how far it is, what it found by category, and what is done about it. */
export function ReconciliationPage() {
  const { t } = useTranslation();
  const { runId } = useParams({ from: '/inside/reconciliations/$runId' });
  const search = useSearch({ from: '/inside/reconciliations/$runId' });
  const navigate = useNavigate();
  const { data: run, error } = useQuery({
    ...oneQuery<ReconciliationRun>(RECONCILIATIONS, runId),
    refetchInterval: ({ state }) => (isMoving(state.data) ? 1000 : false),
  });
  const cancel = useChange([RECONCILIATIONS], () => post(`${RECONCILIATIONS}/${runId}/cancel`));
  const chosen = run && (run.counts.find(({ objectType, kind }) => objectType === search.type && kind === search.kind) ?? firstOf(run.counts));
  return (
    <Page
      title={run ? t('reconciliation.of', { name: run.applicationName }) : t('reconciliation.title')}
      above={
        run && (
          <TextLink to="/applications/$applicationId" params={{ applicationId: run.applicationId }} search={{ tab: 'reconciliation' }}>
            {run.applicationName}
          </TextLink>
        )
      }
      actions={
        isMoving(run) && (
          <May right="CHANGE_ACCOUNTS">
            <Button variant="subtle" color="red" leftSection={<IconX size={16} />} loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
              {t('reconciliation.cancel')}
            </Button>
          </May>
        )
      }
      fill
    >
      <ErrorNotice error={error ?? cancel.error} />
      {run && (
        <>
          {run.failure && (
            <Alert color="red" title={t('reconciliation.failedTitle')} mb="md" data-testid="failure">
              {run.failure}
            </Alert>
          )}
          <Section title={t('reconciliation.result')} aside={<ReconciliationStatusBadge status={run.status} />} testId="run">
            {run.status === 'RUNNING' && (
              <Group gap="xs" mb="sm" role="status">
                <Loader size="xs" />
                <Text size="sm">{t(`reconciliation.phase.${run.phase}`, { number: amount(run.accountsRead) })}</Text>
              </Group>
            )}
            <ActProgress run={run} />
            <RunFacts run={run} />
          </Section>
          <Evidence shown={run.evidence ?? []} />
          {run.findingsDeletedAt && run.status === 'DONE' && (
            <Alert color="gray" mb="md">
              {t('reconciliation.goneHint')}
            </Alert>
          )}
          {run.status === 'DONE' && !run.findingsDeletedAt && (
            <Categories
              counts={run.counts}
              chosen={chosen}
              onChoose={(type, kind) => void navigate({ to: '/reconciliations/$runId', params: { runId }, search: { type, kind }, replace: true })}
            />
          )}
          {chosen && !run.findingsDeletedAt && (
            <FindingsOfKind key={`${chosen.objectType}-${chosen.kind}`} run={run} objectType={chosen.objectType} kind={chosen.kind} />
          )}
        </>
      )}
    </Page>
  );
}

/** What is being, or was last, done about all findings of a kind. */
function ActProgress({ run: { acting } }: { run: ReconciliationRun }) {
  const { t } = useTranslation();
  if (!acting) {
    return null;
  }
  const words = t(`reconciliation.acting.${acting.underWay ? 'underWay' : 'ended'}`, {
    act: t(`reconciliation.act.${acting.act}`),
    done: amount(acting.done),
    total: amount(acting.total),
    refused: amount(acting.refused),
  });
  return (
    <div data-testid="acting" style={{ marginBottom: 12 }}>
      <Text size="sm" mb={4} role="status">
        {words}
      </Text>
      {acting.underWay && <Progress value={acting.total === 0 ? 100 : ((acting.done + acting.refused) * 100) / acting.total} size="sm" aria-label={words} />}
    </div>
  );
}

function RunFacts({ run }: { run: ReconciliationRun }) {
  const { t } = useTranslation();
  const tasks = Object.values(run.tasks).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <Facts
      wide
      facts={[
        [t('reconciliation.accountsRead'), amount(run.accountsRead)],
        [t('reconciliation.objectsRead'), run.objects.length > 0 ? amount(run.objectsRead) : null],
        [t('reconciliation.requests'), amount(run.requests)],
        [t('reconciliation.compared'), run.compared.join(', ')],
        [t('reconciliation.rules'), run.rules.map(({ attribute, field }) => `${attribute} = ${field}`).join('; ')],
        [t('synclog.column.initiator'), run.initiator.name],
        [t('reconciliation.started'), <TimeText key="s" at={run.createdAt} />],
        [t('reconciliation.ended'), run.endedAt && <TimeText at={run.endedAt} />],
        [
          t('nav.log'),
          tasks > 0 ? (
            <TextLink to="/log" search={{ view: 'all', batch: [run.id] }}>
              {t('reconciliation.itsRecords', { count: tasks, number: amount(tasks) })}
            </TextLink>
          ) : null,
        ],
      ]}
    />
  );
}
