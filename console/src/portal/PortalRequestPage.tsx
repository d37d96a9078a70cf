import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { oneQuery } from '../api/one';
import { DecisionDialog, type Decision } from '../requests/DecisionDialog';
import { RequestDetail } from '../requests/RequestDetail';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';

/** One request for the people it concerns: those who asked, and those who are asked. */
export function PortalRequestPage() {
  const { t } = useTranslation();
  const { requestId } = useParams({ from: '/portal/requests/$requestId' });
  const { data: request, error } = useQuery({ ...oneQuery<AccessRequest>('/portal/requests', requestId), refetchInterval: 5_000 });
  const [asked, setAsked] = useState<Decision | null>(null);
  const may = (action: AccessRequest['actions'][number]) => request?.actions.includes(action);
  const path = asked === 'approve' || asked === 'reject' ? '/portal/approvals' : '/portal/requests';
  const actions = (
    <Group gap="xs">
      {may('COMMENT') && (
        <Button variant="default" onClick={() => setAsked('comments')}>
          {t('requests.decision.comments.button')}
        </Button>
      )}
      {may('APPROVE') && <Button onClick={() => setAsked('approve')}>{t('requests.decision.approve.button')}</Button>}
      {may('REJECT') && (
        <Button variant="subtle" color="red" ml="lg" onClick={() => setAsked('reject')}>
          {t('requests.decision.reject.button')}
        </Button>
      )}
      {may('WITHDRAW') && (
        <Button variant="subtle" color="red" ml="lg" onClick={() => setAsked('withdraw')}>
          {t('requests.decision.withdraw.button')}
        </Button>
      )}
    </Group>
  );
  return (
    <Page title={request?.name ?? t('requests.one')} above={<TextLink to="/portal/requests">{t('portal.nav.requests')}</TextLink>} actions={request && actions}>
      <ErrorNotice error={error} />
      {request && <RequestDetail request={request} taskName={(_, words) => words} />}
      {request && asked && <DecisionDialog request={request} decision={asked} path={path} onClose={() => setAsked(null)} />}
    </Page>
  );
}
