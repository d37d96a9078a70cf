import { Button, Group, Table, Text } from '@mantine/core';
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
import { ScrollBox } from '../ui/ScrollBox';
import { TimeText } from '../ui/TimeText';
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
        <ScrollBox>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('foureyes.what')}</Table.Th>
                <Table.Th>{t('foureyes.proposedBy')}</Table.Th>
                <Table.Th>{t('common.reason')}</Table.Th>
                <Table.Th>{t('foureyes.status')}</Table.Th>
                <Table.Th w={200} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {proposals.rows.map((proposal) => (
                <Table.Tr key={proposal.id}>
                  <Table.Td>
                    {t(`foureyes.kind.${proposal.kind}`)}
                    <Text size="sm" component="div">
                      <Subject proposal={proposal} />
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {proposal.proposer.name}
                    <Text size="sm" c="dimmed" component="div">
                      <TimeText at={proposal.proposedAt} />
                    </Text>
                  </Table.Td>
                  <Table.Td>{proposal.reason}</Table.Td>
                  <Table.Td>
                    <State proposal={proposal} />
                  </Table.Td>
                  <Table.Td>
                    <Actions proposal={proposal} onAsk={(decision) => setAsked({ proposal, decision })} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollBox>
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
      <Text size="sm" c="dimmed" component="div">
        {proposal.status === 'OPEN' ? (
          <>
            {t('foureyes.expires')} <TimeText at={proposal.expiresAt} />
          </>
        ) : (
          [proposal.decidedBy && t('foureyes.by', { name: proposal.decidedBy }), proposal.decision].filter(Boolean).join(': ')
        )}
      </Text>
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
    <Group gap="xs" wrap="nowrap">
      <Button size="compact-sm" onClick={() => onAsk('approve')}>
        {t('foureyes.approve')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onAsk('decline')}>
        {t('foureyes.decline')}
      </Button>
    </Group>
  ) : null;
}
