import { Button, Progress, Text } from '@mantine/core';
import { IconCircleCheck, IconEraser, IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { Badge } from '../ui/Badge';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount } from '../ui/format';
import { MoreButton } from '../ui/MoreButton';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { Wrapped } from '../ui/Wrapped';
import { EraseDialog } from './EraseDialog';
import { type Erasure, ERASURES, progress } from './retention';

const SOON = 1_500;

/** Who was erased, when and why; it names nobody but by an id, for that is all that is left. */
export function ErasuresSection() {
  const { t } = useTranslation();
  const [underWay, setUnderWay] = useState(false);
  const erasures = useList<Erasure>(ERASURES, {}, { every: underWay ? SOON : false });
  const going = erasures.rows.some(({ phase }) => phase !== 'DONE');
  if (going !== underWay) {
    setUnderWay(going);
  }
  const [erasing, setErasing] = useState(false);
  return (
    <Section
      title={t('retention.erasures')}
      testId="erasures"
      aside={
        <Button size="xs" variant="default" leftSection={<IconEraser size={14} aria-hidden />} onClick={() => setErasing(true)}>
          {t('retention.erase')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('retention.erasuresHint')}
      </Text>
      <ErrorNotice error={erasures.error} onRetry={() => void erasures.refetch()} />
      {erasures.isSuccess && erasures.rows.length === 0 && (
        <EmptyState icon={IconEraser} title={t('retention.noErasures')} hint={t('retention.noErasuresHint')} />
      )}
      {erasures.rows.length > 0 && (
        <PlainTable
          rows={erasures.rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'person', header: t('retention.person'), width: '', cell: ({ userId }) => <code style={{ fontSize: 12 }}>{userId}</code> },
            { id: 'status', header: t('common.status'), width: '', cell: (erasure) => <State erasure={erasure} /> },
            { id: 'reason', header: t('common.reason'), width: '', cell: ({ reason }) => <Wrapped>{reason}</Wrapped> },
            { id: 'by', header: t('retention.orderedBy'), width: '', cell: ({ by }) => by.name },
            { id: 'at', header: t('retention.ordered'), width: '', cell: ({ orderedAt }) => <TimeText at={orderedAt} /> },
          ]}
        />
      )}
      <MoreButton list={erasures} />
      {erasing && <EraseDialog onClose={() => setErasing(false)} />}
    </Section>
  );
}

/** How far it is, and how much it was in the end. */
function State({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const counts = t('retention.counts', { tasks: amount(erasure.tasksDone), entries: amount(erasure.entriesDone) });
  return erasure.phase === 'DONE' ? (
    <>
      <Badge tone="green" icon={IconCircleCheck} label={t('retention.phase.DONE')} />
      <Text size="sm" c="dimmed">
        {counts}
      </Text>
    </>
  ) : (
    <>
      <Badge tone="blue" icon={IconLoader2} label={t(`retention.phase.${erasure.phase}`)} />
      <Progress my={6} value={progress(erasure) * 100} aria-label={t('retention.progress')} />
      <Text size="sm" c="dimmed">
        {counts}
      </Text>
    </>
  );
}
