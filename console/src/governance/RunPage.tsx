import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconHandStop, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Run } from '../api/governance';
import { oneQuery, useChange } from '../api/one';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { RunStatusBadge } from './badges';
import { FAMILIES, familyOf, pathsOf, type Family } from './families';
import { FindingsTable } from './FindingsTable';

/** One run: how far it is, what it found, and what was done. */
export function RunPage() {
  const { t } = useTranslation();
  const params = useParams({ from: '/inside/governance/$family/runs/$runId' });
  const family = familyOf(params.family);
  const { data: run, error } = useQuery({
    ...oneQuery<Run>(FAMILIES[family].runs, params.runId),
    refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? 1000 : false),
  });
  const [asked, setAsked] = useState<'release' | 'cancel' | null>(null);
  return (
    <Page
      title={run ? (run.dryRun ? t('governance.dryRunOf', { name: run.name }) : run.name) : t(`governance.${family}.run`)}
      subtitle={run?.applicationName}
      above={
        <TextLink to={family === 'account-policies' ? '/governance/account-policies' : '/governance/compliance'} search={{ tab: 'runs' }}>
          {t(`governance.${family}.title`)}
        </TextLink>
      }
      actions={<May right="RUN_GOVERNANCE">{run && <Actions run={run} onAsk={setAsked} />}</May>}
      fill
    >
      <ErrorNotice error={error} />
      {run && (
        <>
          {run.heldBecause && (
            <Alert color="orange" icon={<IconHandStop />} title={t('governance.heldTitle')} mb="md" data-testid="held">
              {run.heldBecause}
            </Alert>
          )}
          {run.failure && (
            <Alert color="red" title={t('governance.failedTitle')} mb="md">
              {run.failure}
            </Alert>
          )}
          <Section title={t('governance.result')} aside={<RunStatusBadge status={run.status} />} testId="run">
            {run.status === 'RUNNING' && (
              <Group gap="xs" mb="sm">
                <Loader size="xs" />
                <Text size="sm">{t(`governance.phase.${run.phase}`)}</Text>
              </Group>
            )}
            <RunFacts run={run} family={family} />
          </Section>
          <FindingsTable family={family} path={`${FAMILIES[family].runs}/${run.id}/findings`} moving={run.status === 'RUNNING'} />
          {asked && <AskDialog asked={asked} run={run} family={family} onClose={() => setAsked(null)} />}
        </>
      )}
    </Page>
  );
}

function Actions({ run, onAsk }: { run: Run; onAsk: (asked: 'release' | 'cancel') => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      {run.status === 'HELD' && (
        <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => onAsk('release')}>
          {t('governance.release')}
        </Button>
      )}
      {(run.status === 'HELD' || run.status === 'RUNNING') && (
        <Button variant="subtle" color="red" ml="lg" leftSection={<IconX size={16} />} onClick={() => onAsk('cancel')}>
          {t('governance.cancel')}
        </Button>
      )}
    </Group>
  );
}

function AskDialog({ asked, run, family, onClose }: { asked: 'release' | 'cancel'; run: Run; family: Family; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useChange(
    pathsOf(family),
    () => post<Run>(`${FAMILIES[family].runs}/${run.id}/${asked}`),
    onClose,
    ({ status }) => asked === 'release' && status === 'HELD' && t('foureyes.proposed'),
  );
  return (
    <ConfirmDialog
      opened
      destructive={asked === 'release'}
      onClose={onClose}
      title={t(`governance.${asked}Title`, { count: run.touching, number: amount(run.touching), action: t(`governance.remedy.${run.action}`) })}
      confirmLabel={t(`governance.${asked}`)}
      busy={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate(undefined)}
    >
      <Text size="sm">{t(`governance.${asked}Meaning`)}</Text>
    </ConfirmDialog>
  );
}

function RunFacts({ run, family }: { run: Run; family: Family }) {
  const { t } = useTranslation();
  const number = (value: number) => (value > 0 ? amount(value) : null);
  return (
    <Facts
      wide
      facts={[
        [t('governance.action'), t(`governance.remedy.${run.action}`)],
        [t('governance.listed'), number(run.listed)],
        [t('governance.found'), amount(run.found)],
        [t('governance.fresh'), number(run.fresh)],
        [t('governance.touching'), number(run.touching)],
        [t('governance.acted'), number(run.acted)],
        [t('governance.adopted'), number(run.adopted)],
        [t('governance.refused'), number(run.refused)],
        [t('governance.resolved'), number(run.resolved)],
        [t('synclog.column.initiator'), run.initiator.name],
        [t('governance.started'), <TimeText key="s" at={run.createdAt} />],
        [t('governance.ended'), run.endedAt && <TimeText at={run.endedAt} />],
        [
          t(`governance.${family}.one`),
          <TextLink key="c" to="/governance/$family/$checkId" params={{ family, checkId: run.checkId }}>
            {run.name}
          </TextLink>,
        ],
        [
          t('nav.log'),
          run.acted > 0 ? (
            <TextLink to="/log" search={{ view: 'all', batch: [run.id] }}>
              {t('governance.itsRecords')}
            </TextLink>
          ) : null,
        ],
      ]}
    />
  );
}
