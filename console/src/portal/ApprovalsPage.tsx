import { Button, Group, Switch } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { useList } from '../api/list';
import { DecisionDialog, type Decision } from '../requests/DecisionDialog';
import { RequestStateBadge } from '../requests/RequestStateBadge';
import { Until } from '../requests/Until';
import { subjectWords } from '../requests/words';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';

interface Asked {
  request: AccessRequest;
  decision: Decision;
}

/** What I am asked to decide. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [decided, setDecided] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const requests = useList<AccessRequest>('/portal/approvals', { decided: decided || undefined }, { every: 10_000 });
  const open = (request: AccessRequest) => void navigate({ to: '/portal/requests/$requestId', params: { requestId: request.id } });
  const { cursor } = useRowKeys({ rows: requests.rows, onOpen: open });
  const columns = useMemo<Column<AccessRequest>[]>(
    () => [
      { id: 'number', header: t('requests.number'), width: '80px', cell: (request) => <TextLink to="/portal/requests/$requestId" params={{ requestId: request.id }}>{request.number}</TextLink> },
      { id: 'for', header: t('requests.for'), width: 'minmax(120px, 1fr)', cell: (request) => request.beneficiary.name },
      { id: 'what', header: t('requests.what'), width: 'minmax(180px, 2fr)', cell: (request) => subjectWords(request, t) },
      { id: 'reason', header: t('common.reason'), width: 'minmax(140px, 1.6fr)', cell: (request) => request.reason },
      { id: 'long', header: t('requests.howLong'), width: '110px', cell: (request) => <Until request={request} /> },
      { id: 'submitted', header: t('requests.submitted'), width: '110px', cell: (request) => <TimeText at={request.submittedAt} /> },
      { id: 'decide', header: '', width: '190px', cell: (request) => <Decide request={request} onAsk={(decision) => setAsked({ request, decision })} /> },
    ],
    [t],
  );
  return (
    <Page title={t('portal.nav.approvals')} subtitle={t('portal.approvalsHint')} fill>
      <FilterRow>
        <Switch size="xs" label={t('portal.decided')} checked={decided} onChange={(event) => setDecided(event.currentTarget.checked)} />
      </FilterRow>
      <DataTable
        label={t('portal.nav.approvals')}
        source={requests}
        columns={columns}
        rowId={(request) => request.id}
        onOpen={open}
        cursor={cursor}
        minWidth={960}
        rowHeight={44}
        empty={<EmptyState icon={IconChecklist} title={t(decided ? 'portal.nothingDecided' : 'portal.nothingToDecide')} hint={t('portal.nothingToDecideHint')} />}
      />
      {asked && <DecisionDialog request={asked.request} decision={asked.decision} path="/portal/approvals" onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Decide({ request, onAsk }: { request: AccessRequest; onAsk: (decision: Decision) => void }) {
  const { t } = useTranslation();
  if (!request.actions.includes('APPROVE')) {
    return <RequestStateBadge state={request.state} />;
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Button size="compact-sm" onClick={() => onAsk('approve')}>
        {t('requests.decision.approve.button')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => onAsk('reject')}>
        {t('requests.decision.reject.button')}
      </Button>
    </Group>
  );
}
