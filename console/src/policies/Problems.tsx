import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { PolicyProblem } from '../api/policies';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

/** What the policy wants and could not be done. */
export function Problems({ policyId }: { policyId: string }) {
  const { t } = useTranslation();
  const problems = useList<PolicyProblem>(`/policies/${policyId}/problems`, {}, { every: 10_000 });
  if (!problems.isPending && problems.rows.length === 0 && !problems.error) {
    return <EmptyState icon={IconCircleCheck} title={t('policies.noProblems')} hint={t('policies.noProblemsHint')} />;
  }
  return (
    <Section title={t('policies.tab.problems')}>
      <ErrorNotice error={problems.error} />
      <Text size="sm" c="dimmed" mb="sm">
        {t('policies.problemsHint')}
      </Text>
      <PlainTable
        rows={problems.rows}
        rowId={(problem) => problem.userId + problem.applicationId}
        columns={[
          {
            id: 'user',
            header: t('users.one'),
            width: '',
            cell: (problem) => (
              <TextLink to="/users/$userId" params={{ userId: problem.userId }}>
                {problem.userDisplayName || problem.userName}
              </TextLink>
            ),
          },
          { id: 'application', header: t('applications.one'), width: '', cell: (problem) => problem.applicationName },
          { id: 'message', header: t('policies.problem'), width: '', cell: (problem) => problem.message },
          { id: 'since', header: t('policies.since'), width: '', cell: (problem) => <TimeText at={problem.since} /> },
        ]}
      />
      {problems.hasNextPage && (
        <Button variant="subtle" onClick={() => void problems.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Section>
  );
}
