import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { AccountLink } from '../api/reconciliation';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

/** Which readings put an account here, or brought it into line. Not shown where none did. */
export function AccountLinks({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const path = `/accounts/${accountId}/reconciliations`;
  const { data: links } = useQuery({ queryKey: ['/accounts', path], queryFn: ({ signal }) => get<AccountLink[]>(path, {}, signal) });
  const columns = useMemo<Column<AccountLink>[]>(
    () => [
      { id: 'act', header: t('reconciliation.what'), width: '', cell: ({ act }) => t(`reconciliation.done.${act}`) },
      { id: 'actor', header: t('synclog.column.initiator'), width: '', cell: ({ actor }) => actor.name },
      { id: 'at', header: t('reconciliation.when'), width: '', cell: ({ linkedAt }) => <TimeText at={linkedAt} /> },
      {
        id: 'run',
        header: '',
        width: '',
        cell: ({ runId }) => (
          <TextLink to="/reconciliations/$runId" params={{ runId }}>
            {t('reconciliation.toRun')}
          </TextLink>
        ),
      },
    ],
    [t],
  );
  return !links || links.length === 0 ? null : (
    <Section title={t('reconciliation.history')} testId="account-links">
      <PlainTable rows={links} columns={columns} rowId={({ id }) => id} />
    </Section>
  );
}
