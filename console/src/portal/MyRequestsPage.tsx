import { IconListDetails } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { useList } from '../api/list';
import { RequestStateBadge } from '../requests/RequestStateBadge';
import { subjectWords } from '../requests/words';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';

/** What I asked for, and what was asked for me. */
export function MyRequestsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const requests = useList<AccessRequest>('/portal/requests', {}, { every: 10_000 });
  const open = (request: AccessRequest) => void navigate({ to: '/portal/requests/$requestId', params: { requestId: request.id } });
  const { cursor } = useRowKeys({ rows: requests.rows, onOpen: open });
  const columns = useMemo<Column<AccessRequest>[]>(
    () => [
      { id: 'number', header: t('requests.number'), width: '90px', cell: (request) => <TextLink to="/portal/requests/$requestId" params={{ requestId: request.id }}>{request.number}</TextLink> },
      { id: 'state', header: t('common.status'), width: '170px', cell: (request) => <RequestStateBadge state={request.state} /> },
      { id: 'what', header: t('requests.what'), width: 'minmax(200px, 2fr)', cell: (request) => subjectWords(request, t) },
      { id: 'for', header: t('requests.for'), width: 'minmax(120px, 1fr)', cell: (request) => request.beneficiary.name },
      { id: 'message', header: t('requests.now'), width: 'minmax(180px, 1.6fr)', cell: (request) => request.message },
      { id: 'submitted', header: t('requests.submitted'), width: '120px', cell: (request) => <TimeText at={request.submittedAt} /> },
    ],
    [t],
  );
  return (
    <Page title={t('portal.nav.requests')} subtitle={t('portal.requestsHint')} actions={<ButtonLink to="/portal/request">{t('portal.nav.request')}</ButtonLink>} fill>
      <DataTable
        label={t('portal.nav.requests')}
        source={requests}
        columns={columns}
        rowId={(request) => request.id}
        onOpen={open}
        cursor={cursor}
        minWidth={860}
        empty={<EmptyState icon={IconListDetails} title={t('portal.noRequests')} hint={t('portal.noRequestsHint')} action={<ButtonLink to="/portal/request">{t('portal.nav.request')}</ButtonLink>} />}
      />
    </Page>
  );
}
