import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/governance';
import { oneQuery } from '../api/one';
import { May } from '../rights/May';
import { TasksOf } from '../synclog/TasksOf';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { FindingStatusBadge } from './badges';
import { DecisionDialog } from './DecisionDialog';
import { familyOfFinding, isOpen } from './families';
import { whyOf } from './why';

/** One finding: why it was found, what was decided, and the records it led to. */
export function FindingPage() {
  const { t } = useTranslation();
  const { findingId } = useParams({ from: '/inside/governance/findings/$findingId' });
  const { data: finding, error } = useQuery({ ...oneQuery<Finding>('/account-policies/findings', findingId), refetchInterval: 5000 });
  const [deciding, setDeciding] = useState<'REMEDIATE' | 'PASS' | null>(null);
  const family = finding && familyOfFinding(finding);
  return (
    <Page
      title={finding ? finding.objectName : t('governance.finding')}
      subtitle={finding && t(`governance.findingKind.${finding.kind}`)}
      above={
        <TextLink to={family === 'account-policies' ? '/governance/account-policies' : '/governance/compliance'} search={{ tab: 'findings' }}>
          {t(family ? `governance.${family}.title` : 'governance.findings')}
        </TextLink>
      }
      actions={
        <May right="RUN_GOVERNANCE">
          {finding &&
          isOpen(finding) && (
            <Group gap="xs">
              <Button variant="default" onClick={() => setDeciding('PASS')}>
                {t('governance.pass')}
              </Button>
              <Button color="red" ml="lg" onClick={() => setDeciding('REMEDIATE')}>
                {t('governance.remediate')}
              </Button>
            </Group>
          )}
        </May>
      }
    >
      <ErrorNotice error={error} />
      {finding && family && (
        <>
          <Section title={t('governance.why')} aside={<FindingStatusBadge status={finding.status} />} testId="finding">
            <Text mb="sm">{whyOf(t, finding)}</Text>
            {finding.message && (
              <Text size="sm" c="dimmed" mb="sm">
                {finding.message}
              </Text>
            )}
            <FindingFacts finding={finding} />
          </Section>
          {finding.status !== 'DRY' && <TasksOf query={{ cause: finding.id }} search={{ view: 'all', cause: [finding.id] }} />}
          {deciding && <DecisionDialog finding={finding} decision={deciding} onClose={() => setDeciding(null)} />}
        </>
      )}
    </Page>
  );
}

function FindingFacts({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const family = familyOfFinding(finding);
  const { accountId, applicationId, userId } = finding;
  return (
    <Facts
      wide
      facts={[
        [
          t('governance.account'),
          accountId ? (
            <TextLink to="/accounts/$accountId" params={{ accountId }}>
              {finding.objectName}
            </TextLink>
          ) : null,
        ],
        [t('synclog.record.remoteId'), finding.remoteId],
        [
          t('users.one'),
          userId ? (
            <TextLink to="/users/$userId" params={{ userId }}>
              {finding.userName}
            </TextLink>
          ) : (
            t('governance.nobody')
          ),
        ],
        [
          t('applications.one'),
          applicationId ? (
            <TextLink to="/applications/$applicationId" params={{ applicationId }}>
              {finding.applicationName}
            </TextLink>
          ) : null,
        ],
        [
          t(`governance.${family}.one`),
          <TextLink key="c" to="/governance/$family/$checkId" params={{ family, checkId: finding.checkId }}>
            {finding.checkName}
          </TextLink>,
        ],
        [
          t(`governance.${family}.run`),
          <TextLink key="r" to="/governance/$family/runs/$runId" params={{ family, runId: finding.lastRunId }}>
            {t('governance.lastRunSeen')}
          </TextLink>,
        ],
        [t('governance.foundAt'), <TimeText key="f" at={finding.foundAt} />],
        [t('governance.seen'), <TimeText key="s" at={finding.seenAt} />],
        [t('governance.ended'), finding.endedAt && <TimeText at={finding.endedAt} />],
        [t('governance.decidedBy'), finding.decidedBy],
        [t('common.reason'), finding.reason],
        [t('governance.passedUntil'), finding.status === 'PASSED' && finding.passedUntil ? <TimeText at={finding.passedUntil} as="local" /> : null],
      ]}
    />
  );
}
