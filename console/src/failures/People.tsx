import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConcernedPerson, FailureGroup } from '../api/failures';
import { useList } from '../api/list';
import { MoreButton } from '../ui/MoreButton';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

/** Who waits for it to be repaired. */
export function People({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const people = useList<ConcernedPerson>(`/failure-groups/${group.id}/people`, {}, { limit: 10, every: 10_000 });
  const columns = useMemo<Column<ConcernedPerson>[]>(
    () => [
      {
        id: 'name',
        header: t('users.one'),
        width: '1fr',
        cell: ({ userId, name }) => (
          <TextLink to="/users/$userId" params={{ userId }}>
            {name}
          </TextLink>
        ),
      },
      {
        id: 'tasks',
        header: t('failures.tasks'),
        width: '120px',
        cell: ({ userId, tasks }) => (
          <TextLink to="/log" search={{ view: 'all', failureGroup: [group.id], status: ['FAILED'], user: [userId] }}>
            {t('failures.tasksCount', { count: tasks })}
          </TextLink>
        ),
      },
      { id: 'since', header: t('failures.since'), width: '160px', cell: ({ since }) => <TimeText at={since} /> },
    ],
    [t, group.id],
  );
  return (
    <Section title={t('failures.peopleTitle')} testId="people">
      {people.rows.length > 0 ? (
        <PlainTable rows={people.rows} columns={columns} rowId={(person) => person.userId} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('failures.noPeople')}
        </Text>
      )}
      <MoreButton list={people} />
    </Section>
  );
}
