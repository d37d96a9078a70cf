import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { oneQuery } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { DecisionDialog, type Decision } from './DecisionDialog';
import { RequestDetail } from './RequestDetail';

/** One request for administrators, who decide it where it fell to them. */
export function RequestPage() {
  const { t } = useTranslation();
  const { requestId } = useParams({ from: '/inside/requests/$requestId' });
  const { data: request, error } = useQuery({ ...oneQuery<AccessRequest>('/access-requests', requestId), refetchInterval: 5_000 });
  const [asked, setAsked] = useState<Decision | null>(null);
  const may = (action: AccessRequest['actions'][number]) => request?.actions.includes(action);
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
    </Group>
  );
  return (
    <Page title={request?.name ?? t('requests.one')} above={<TextLink to="/requests">{t('requests.title')}</TextLink>} actions={request && actions}>
      <ErrorNotice error={error} />
      {request && (
        <RequestDetail
          request={request}
          taskName={(task, words) => (
            <TextLink to="/log/$taskId" params={{ taskId: task.id }}>
              {words}
            </TextLink>
          )}
        />
      )}
      {request && asked && <DecisionDialog request={request} decision={asked} path="/access-requests" onClose={() => setAsked(null)} />}
    </Page>
  );
}
