import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/failures';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import styles from './Failures.module.css';
import { GroupStateBadge } from './GroupStateBadge';

/** What the failures say, how many they are, and who sees to them. */
export function GroupFacts({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  return (
    <Section title={t('failures.what')} aside={<GroupStateBadge state={group.state} />} testId="group">
      <div className={styles.said} data-testid="pattern">
        {group.pattern}
      </div>
      {group.sampleMessage !== group.pattern && (
        <Text size="sm" c="dimmed" mt={4} mb="sm" className={styles.text}>
          {t('failures.latestSays')}{' '}
          <TextLink to="/log/$taskId" params={{ taskId: group.sampleTaskId }}>
            {group.sampleMessage}
          </TextLink>
        </Text>
      )}
      <Facts
        wide
        facts={[
          [
            t('failures.standing'),
            <TextLink key="t" to="/log" search={{ view: 'all', failureGroup: [group.id], status: ['FAILED'] }} data-testid="standing">
              {t('failures.tasksCount', { count: group.tasks })}
            </TextLink>,
          ],
          [t('failures.people'), group.people.toLocaleString('en')],
          [
            t('failures.inAll'),
            <TextLink key="a" to="/log" search={{ view: 'all', failureGroup: [group.id] }}>
              {t('failures.times', { count: group.failures })}
            </TextLink>,
          ],
          [t('failures.standingSince'), group.standingSince && <TimeText at={group.standingSince} />],
          [t('failures.firstSeen'), <TimeText key="f" at={group.firstSeenAt} />],
          [t('failures.lastSeen'), <TimeText key="l" at={group.lastSeenAt} />],
          [
            t('applications.one'),
            <TextLink key="p" to="/applications/$applicationId" params={{ applicationId: group.application.id }}>
              {group.application.name}
            </TextLink>,
          ],
          [t('failures.owner'), group.owner ?? t('failures.nobody')],
          [t('failures.cameBack'), group.cameBackAt && <TimeText at={group.cameBackAt} />],
        ]}
      />
    </Section>
  );
}
