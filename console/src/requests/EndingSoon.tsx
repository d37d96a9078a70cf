import { IconCalendarOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reminder } from '../api/access';
import { useList } from '../api/list';
import type { Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { MoreButton } from '../ui/MoreButton';
import { itemWords } from './words';

/** What ends soon and its users were reminded of. */
export function EndingSoon() {
  const { t } = useTranslation();
  const reminders = useList<Reminder>('/reminders');
  const columns = useMemo<Column<Reminder>[]>(
    () => [
      { id: 'ends', header: t('requests.ends'), width: '', cell: (one) => <TimeText at={one.endsAt} /> },
      { id: 'user', header: t('users.one'), width: '', cell: (one) => <TextLink to="/users/$userId" params={{ userId: one.userId }}>{one.userName}</TextLink> },
      { id: 'application', header: t('applications.one'), width: '', cell: (one) => one.applicationName },
      { id: 'what', header: t('requests.what'), width: '', cell: (one) => itemWords(one, t) },
      { id: 'account', header: t('accounts.one'), width: '', cell: (one) => <TextLink to="/accounts/$accountId" params={{ accountId: one.accountId }}>{one.accountName}</TextLink> },
      { id: 'reminded', header: t('requests.reminded'), width: '', cell: (one) => <TimeText at={one.remindedAt} /> },
    ],
    [t],
  );
  return (
    <Section title={t('requests.tab.endingSoon')}>
      <ErrorNotice error={reminders.error} />
      {reminders.rows.length > 0 ? (
        <PlainTable rows={reminders.rows} columns={columns} rowId={(one) => `${one.accountId}:${one.permissionId}`} />
      ) : (
        !reminders.isPending && <EmptyState icon={IconCalendarOff} title={t('requests.nothingEnds')} hint={t('requests.nothingEndsHint')} />
      )}
      <MoreButton list={reminders} />
    </Section>
  );
}
