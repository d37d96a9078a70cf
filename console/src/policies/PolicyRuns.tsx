import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import type { Policy, PolicyRun } from '../api/policies';
import { May } from '../rights/May';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { amount } from '../ui/format';
import { RunBadge } from './RunBadge';

/** Every time the policy was evaluated for everybody, newest first; one under way can be watched and cancelled. */
export function PolicyRuns({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const runs = useList<PolicyRun>(`/policies/${policy.id}/runs`, {}, { every: 2000, limit: 20 });
  const begin = useChange([`/policies/${policy.id}/runs`, '/policies'], () => post<PolicyRun>(`/policies/${policy.id}/runs`));
  const running = runs.rows[0]?.status === 'RUNNING';
  return (
    <Stack gap="xs">
      {!policy.deletedAt && (
        <May right="ADMINISTER_POLICIES">
          <Group>
            <Button size="xs" variant="default" leftSection={<IconPlayerPlay size={14} />} disabled={running} loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
              {t('policies.runNow')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('policies.runHelp')}
            </Text>
          </Group>
        </May>
      )}
      <ErrorNotice error={runs.error ?? begin.error} />
      {!runs.isPending && runs.rows.length === 0 && <EmptyState title={t('policies.noRuns')} hint={t('policies.noRunsHint')} />}
      {runs.rows.map((run) => (
        <Run key={run.id} run={run} />
      ))}
      {runs.hasNextPage && (
        <Button variant="subtle" onClick={() => void runs.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Stack>
  );
}

function Run({ run }: { run: PolicyRun }) {
  const { t } = useTranslation();
  const cancel = useChange([`/policies/${run.policyId}/runs`, '/policies'], () => post(`/policy-runs/${run.id}/cancel`));
  const title = t('policies.runTitle', { reason: t(`policies.runReason.${run.reason}`), number: run.policyNumber });
  return (
    <Section title={title} testId="run" aside={<RunBadge run={run} />}>
      {run.status === 'RUNNING' && (
        <Group mb="sm" wrap="nowrap">
          <Progress style={{ flex: 1 }} size={12} value={run.total === 0 ? 100 : (run.lookedAt / run.total) * 100} aria-label={t('imports.progress')} animated />
          <May right="ADMINISTER_POLICIES">
            <Button size="xs" variant="subtle" color="red" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
              {t('policies.cancelRun')}
            </Button>
          </May>
        </Group>
      )}
      {run.failure && (
        <Text size="sm" c={run.status === 'FAILED' ? 'red' : 'dimmed'} mb="sm">
          {run.failure}
        </Text>
      )}
      <ErrorNotice error={cancel.error} />
      <Facts
        wide
        facts={[
          [t('policies.lookedAt'), t('policies.ofUsers', { lookedAt: amount(run.lookedAt), total: amount(run.total) })],
          [t('policies.line.GAINED'), amount(run.gained)],
          [t('policies.line.LOST'), amount(run.lost)],
          [t('policies.changes'), amount(run.tasks)],
          [t('policies.refused'), run.refused > 0 ? amount(run.refused) : null],
          [t('synclog.column.initiator'), run.initiator],
          [t('common.created'), <TimeText key="c" at={run.createdAt} />],
          [t('imports.ended'), run.endedAt && <TimeText at={run.endedAt} />],
        ]}
      />
    </Section>
  );
}
