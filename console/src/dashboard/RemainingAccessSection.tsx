import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemainingAccess } from '../api/dashboard';
import { useList } from '../api/list';
import { MoreButton } from '../ui/MoreButton';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import styles from './Dashboard.module.css';

/** People who keep what was to be taken from them: the first thing an auditor asks for. */
export function RemainingAccessSection() {
  const { t } = useTranslation();
  const remaining = useList<RemainingAccess>('/dashboard/remaining-access', {}, { limit: 8, every: 10_000 });
  const columns = useMemo<Column<RemainingAccess>[]>(
    () => [
      { id: 'who', header: t('dashboard.who'), width: '1fr', cell: (row) => <Who row={row} /> },
      {
        id: 'application',
        header: t('applications.one'),
        width: '1fr',
        cell: ({ application }) => (
          <TextLink to="/applications/$applicationId" params={{ applicationId: application.id }}>
            {application.name}
          </TextLink>
        ),
      },
      { id: 'why', header: t('dashboard.why'), width: '2fr', cell: (row) => <Why row={row} /> },
      { id: 'since', header: t('dashboard.since'), width: '1fr', cell: ({ since }) => <TimeText at={since} /> },
    ],
    [t],
  );
  return (
    <div id="remaining-access">
      <Section title={t('dashboard.remainingTitle')} testId="remaining-access">
        {remaining.rows.length > 0 ? (
          <PlainTable rows={remaining.rows} columns={columns} rowId={({ taskId }) => taskId} />
        ) : (
          <Text size="sm" c="dimmed">
            {remaining.isPending ? t('common.loading') : t('dashboard.remainingNone')}
          </Text>
        )}
        <MoreButton list={remaining} />
      </Section>
    </div>
  );
}

function Who({ row: { user, account } }: { row: RemainingAccess }) {
  return (
    <div className={styles.who}>
      {user ? (
        <TextLink to="/users/$userId" params={{ userId: user.id }}>
          {user.name}
        </TextLink>
      ) : null}
      <Text size={user ? 'xs' : 'sm'} c={user ? 'dimmed' : undefined}>
        {account.name}
      </Text>
    </div>
  );
}

/** What was tried and what came of it; the words of the target lead to all that failed for the same reason. */
function Why({ row: { taskId, action, status, failureKind, failureMessage, failureGroup } }: { row: RemainingAccess }) {
  const { t } = useTranslation();
  const tried = t('dashboard.tried', { action: t(`synclog.action.${action}`), outcome: failureKind ? t(`synclog.failureKind.${failureKind}`) : t(`synclog.status.${status}.label`) });
  return (
    <div className={styles.who}>
      <TextLink to="/log/$taskId" params={{ taskId }}>
        {tried}
      </TextLink>
      {failureMessage && (
        <Text size="xs" c="dimmed" component="span" className={styles.said} title={failureMessage}>
          {failureGroup ? (
            <TextLink size="xs" c="dimmed" to="/failures/$groupId" params={{ groupId: failureGroup }}>
              {failureMessage}
            </TextLink>
          ) : (
            failureMessage
          )}
        </Text>
      )}
    </div>
  );
}
