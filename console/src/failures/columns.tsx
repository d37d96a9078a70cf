import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { FailureGroup } from '../api/failures';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import styles from './Failures.module.css';
import { GroupStateBadge } from './GroupStateBadge';

const count = (value: number) => value.toLocaleString('en');

export function groupColumns(t: TFunction): Column<FailureGroup>[] {
  return [
    { id: 'cause', header: t('failures.cause'), width: 'minmax(280px, 3fr)', cell: (group) => <Cause group={group} kind={t(`synclog.failureKind.${group.kind}`)} /> },
    { id: 'application', header: t('applications.one'), width: 'minmax(110px, 1fr)', cell: ({ application }) => application.name },
    {
      id: 'tasks',
      header: t('failures.tasks'),
      width: '90px',
      cell: (group) => (
        <Text size="sm" fw={group.tasks > 0 ? 600 : 400} c={group.tasks > 0 ? undefined : 'dimmed'}>
          {count(group.tasks)}
        </Text>
      ),
    },
    { id: 'people', header: t('failures.people'), width: '80px', cell: ({ people }) => count(people) },
    { id: 'failures', header: t('failures.inAll'), width: '80px', cell: ({ failures }) => count(failures) },
    { id: 'lastSeen', header: t('failures.lastSeen'), width: '130px', cell: ({ lastSeenAt }) => <TimeText at={lastSeenAt} /> },
    { id: 'firstSeen', header: t('failures.firstSeen'), width: '130px', cell: ({ firstSeenAt }) => <TimeText at={firstSeenAt} /> },
    { id: 'owner', header: t('failures.owner'), width: 'minmax(90px, 0.8fr)', cell: ({ owner }) => owner },
    { id: 'state', header: t('common.status'), width: '140px', cell: ({ state }) => <GroupStateBadge state={state} /> },
  ];
}

function Cause({ group, kind }: { group: FailureGroup; kind: string }) {
  return (
    <div className={styles.cause}>
      <span title={group.sampleMessage} className={styles.pattern}>
        <TextLink to="/failures/$groupId" params={{ groupId: group.id }}>
          {group.pattern}
        </TextLink>
      </span>
      <Text size="xs" c="dimmed">
        {kind}
      </Text>
    </div>
  );
}
