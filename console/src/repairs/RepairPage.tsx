import { Button, Group } from '@mantine/core';
import { IconDownload, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, post } from '../api/client';
import { oneQuery, useChange } from '../api/one';
import type { Repair, Result } from '../api/repairs';
import { May } from '../rights/May';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { RepairStatusBadge } from './badges';
import { CancelDialog } from './CancelDialog';
import { NextStep } from './NextStep';
import { PlanSection } from './PlanSection';
import { RepairFacts } from './RepairFacts';
import { RepairProgress } from './RepairProgress';
import { RepairResults } from './RepairResults';
import { isMoving, mayBeCancelled, wasRun } from './repairs';
import { ResumeDialog } from './ResumeDialog';
import { RunDialog } from './RunDialog';
import { titleOf } from './words';

type Asked = 'run' | 'resume' | 'cancel';

/** The plan first; once it was run, how far it is and what became of each task. */
export function RepairPage() {
  const { t } = useTranslation();
  const { repairId } = useParams({ from: '/inside/repairs/$repairId' });
  const { data: repair, error } = useQuery({
    ...oneQuery<Repair>('/repairs', repairId),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 1000 : false),
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [shown, setShown] = useState<Result | null>(null);
  const close = () => setAsked(null);
  return (
    <Page
      title={repair ? titleOf(t, repair) : t('repairs.one')}
      subtitle={repair && <RepairStatusBadge status={repair.status} />}
      above={<TextLink to="/repairs">{t('nav.repairs')}</TextLink>}
      actions={repair && <Actions repair={repair} onAsk={setAsked} />}
    >
      <ErrorNotice error={error} />
      {repair && (
        <>
          <NextStep repair={repair} />
          {wasRun(repair) && (
            <Section title={t('repairs.progress')} testId="progress">
              <RepairProgress repair={repair} onShow={setShown} />
            </Section>
          )}
          {repair.plannedAt && <PlanSection repair={repair} />}
          <Section title={t('repairs.facts')}>
            <RepairFacts repair={repair} />
          </Section>
          {repair.plannedAt && repair.status !== 'EXPIRED' && <RepairResults repair={repair} shown={shown} onShow={setShown} />}
          {asked === 'run' && <RunDialog repair={repair} onClose={close} />}
          {asked === 'resume' && <ResumeDialog repair={repair} onClose={close} />}
          {asked === 'cancel' && <CancelDialog repair={repair} onClose={close} />}
        </>
      )}
    </Page>
  );
}

function Actions({ repair, onAsk }: { repair: Repair; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const pause = useChange(['/repairs'], () => post(`/repairs/${repair.id}/pause`));
  return (
    <Group gap="xs">
      {wasRun(repair) && (
        <Button component="a" href={address(`/repairs/${repair.id}/tasks.csv`)} download variant="default" leftSection={<IconDownload size={16} />}>
          {t('repairs.csv')}
        </Button>
      )}
      <May right="BULK_REPAIR">
        {repair.status === 'PLANNED' && (
          <Button leftSection={<IconPlayerPlay size={16} />} disabled={repair.total === 0} onClick={() => onAsk('run')}>
            {t('repairs.run')}
          </Button>
        )}
        {repair.status === 'RUNNING' && (
          <Button variant="default" leftSection={<IconPlayerPause size={16} />} loading={pause.isPending} onClick={() => pause.mutate(undefined)}>
            {t('repairs.pause')}
          </Button>
        )}
        {(repair.status === 'PAUSED' || repair.status === 'STOPPED') && (
          <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => onAsk('resume')}>
            {t('repairs.resume')}
          </Button>
        )}
        {mayBeCancelled(repair) && (
          <Button variant="subtle" color="red" ml="lg" leftSection={<IconX size={16} />} onClick={() => onAsk('cancel')}>
            {t(wasRun(repair) ? 'repairs.cancel' : 'repairs.discard')}
          </Button>
        )}
      </May>
    </Group>
  );
}
