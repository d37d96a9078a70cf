import { Button, Group, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { notify } from '../ui/notify';
import { Page } from '../ui/Page';
import { PlainTable } from '../ui/PlainTable';
import { Surface } from '../ui/Surface';
import { TimeText } from '../ui/TimeText';
import { Wrapped } from '../ui/Wrapped';
import { DecideDialog, type Decision } from './DecideDialog';
import type { Proposal } from './proposals';

export function ProposalsPage() {
  const { t } = useTranslation();
  const proposals = useList<Proposal>('/proposals', {}, { limit: 200, every: 10_000 });
  const [asked, setAsked] = useState<{ proposal: Proposal; decision: Decision } | null>(null);
  return (
    <Page title={t('foureyes.title')} subtitle={t('foureyes.hint')}>
      <ErrorNotice error={proposals.error} onRetry={() => void proposals.refetch()} />
      {proposals.isSuccess && proposals.rows.length === 0 ? (
        <EmptyState icon={IconChecks} title={t('foureyes.empty')} hint={t('foureyes.emptyHint')} />
      ) : (
        proposals.rows.length > 0 && (
          <Surface>
            <PlainTable
              rows={proposals.rows}
              rowId={({ id }) => id}
              columns={[
                {
                  id: 'what',
                  header: t('foureyes.what'),
                  width: '',
                  cell: (proposal) => (
                    <>
                      {t(`foureyes.kind.${proposal.kind}`)}
                      <Wrapped>
                        <Subject proposal={proposal} />
                      </Wrapped>
                    </>
                  ),
                },
                {
                  id: 'by',
                  header: t('foureyes.proposedBy'),
                  width: '',
                  cell: ({ proposer, proposedAt }) => (
                    <>
                      {proposer.name}
                      <Text size="sm" c="dimmed" component="div">
                        <TimeText at={proposedAt} />
                      </Text>
                    </>
                  ),
                },
                { id: 'reason', header: t('common.reason'), width: '', cell: ({ reason }) => <Wrapped>{reason}</Wrapped> },
                { id: 'state', header: t('foureyes.status'), width: '', cell: (proposal) => <State proposal={proposal} /> },
                {
                  id: 'acts',
                  header: '',
                  width: '',
                  cell: (proposal) => <Actions proposal={proposal} onAsk={(decision) => setAsked({ proposal, decision })} />,
                },
              ]}
            />
          </Surface>
        )
      )}
      {asked && <DecideDialog proposal={asked.proposal} decision={asked.decision} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Subject({ proposal }: { proposal: Proposal }) {
  switch (proposal.kind) {
    case 'CONFIRM_DELETION':
      return (
        <TextLink to="/log/$taskId" params={{ taskId: proposal.subjectId }}>
          {proposal.subject}
        </TextLink>
      );
    case 'BULK_REPAIR':
      return (
        <TextLink to="/repairs/$repairId" params={{ repairId: proposal.subjectId }}>
          {proposal.subject}
        </TextLink>
      );
    case 'RELEASE_HELD':
      return proposal.subject;
  }
}

/** How it stands: until when it waits, or who decided and what that person said. */
function State({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`foureyes.state.${proposal.status}`)}
      <Wrapped dimmed>
        {proposal.status === 'OPEN' ? (
          <>
            {t('foureyes.expires')} <TimeText at={proposal.expiresAt} />
          </>
        ) : (
          [proposal.decidedBy && t('foureyes.by', { name: proposal.decidedBy }), proposal.decision].filter(Boolean).join(': ')
        )}
      </Wrapped>
    </>
  );
}

function Actions({ proposal, onAsk }: { proposal: Proposal; onAsk: (decision: Decision) => void }) {
  const { t } = useTranslation();
  const withdraw = useChange(['/proposals'], () => post(`/proposals/${proposal.id}/withdraw`));
  if (proposal.status !== 'OPEN') {
    return null;
  }
  if (proposal.mine) {
    return (
      <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined, { onError: notify.failed })}>
        {t('foureyes.withdraw')}
      </Button>
    );
  }
  return proposal.mayDecide ? (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button size="compact-sm" onClick={() => onAsk('approve')}>
        {t('foureyes.approve')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onAsk('decline')}>
        {t('foureyes.decline')}
      </Button>
    </Group>
  ) : null;
}
