import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndedItem } from '../api/access';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { TimeText } from '../ui/TimeText';
import { itemWords } from './words';

/** What ended, with the way to the record and to the request that had given it. */
export function EndedItems({ items }: { items: EndedItem[] }) {
  const { t } = useTranslation();
  const columns = useMemo<Column<EndedItem>[]>(
    () => [
      { id: 'user', header: t('users.one'), width: '', cell: (one) => one.userName ?? '—' },
      { id: 'application', header: t('applications.one'), width: '', cell: (one) => one.applicationName },
      { id: 'account', header: t('accounts.one'), width: '', cell: (one) => one.accountName },
      { id: 'what', header: t('requests.what'), width: '', cell: (one) => itemWords(one, t) },
      { id: 'ended', header: t('requests.ended'), width: '', cell: (one) => <TimeText at={one.endedAt} /> },
      { id: 'outcome', header: t('requests.outcome'), width: '', cell: (one) => t(`requests.outcomes.${one.outcome}`) + (one.note ? ` — ${one.note}` : '') },
      { id: 'task', header: t('requests.task'), width: '', cell: (one) => one.taskId && <TextLink to="/log/$taskId" params={{ taskId: one.taskId }}>{t('common.view')}</TextLink> },
      {
        id: 'requests',
        header: t('requests.givenBy'),
        width: '',
        cell: (one) =>
          one.requestIds.map((id) => (
            <TextLink key={id} to="/requests/$requestId" params={{ requestId: id }} mr={6}>
              {t('requests.one')}
            </TextLink>
          )),
      },
    ],
    [t],
  );
  return <PlainTable rows={items} columns={columns} rowId={(one) => `${one.accountId}:${one.permissionId}`} />;
}
