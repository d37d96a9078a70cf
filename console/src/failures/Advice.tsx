import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/failures';
import type { Status } from '../api/tasks';
import { TextLink } from '../ui/links';
import { Section } from '../ui/Section';
import { trendQuery } from './queries';

/** What is no longer open, in the order in which it says most about what helped. */
const REPAIRED: Status[] = ['SUCCEEDED', 'CONFIRMED', 'SUPERSEDED', 'CANCELLED'];

/** What this kind of failure usually means, and what helped before. */
export function Advice({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const { data: trend } = useQuery(trendQuery(group.id));
  const helped = REPAIRED.flatMap((status) => (trend?.became[status] ? [{ status, count: trend.became[status] }] : []));
  return (
    <Section title={t('failures.advice')} testId="advice">
      <Text size="sm">{t(`synclog.failureHelp.${group.kind}`)}</Text>
      <Text size="sm" fw={600} mt="sm">
        {t('failures.helpedBefore')}
      </Text>
      {helped.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('failures.nothingHelped')}
        </Text>
      ) : (
        <List size="sm" spacing={2}>
          {helped.map(({ status, count }) => (
            <List.Item key={status}>
              <TextLink to="/log" search={{ view: 'all', failureGroup: [group.id], status: [status] }}>
                {t(`failures.became.${status}`, { count })}
              </TextLink>
            </List.Item>
          ))}
        </List>
      )}
      {trend?.ofLatest && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('failures.ofLatest')}
        </Text>
      )}
    </Section>
  );
}
