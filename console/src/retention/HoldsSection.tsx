import { Button, Stack, Text } from '@mantine/core';
import { IconLock, IconLockOpen, IconPlus, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { Badge } from '../ui/Badge';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { MoreButton } from '../ui/MoreButton';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { Wrapped } from '../ui/Wrapped';
import { HoldDialog } from './HoldDialog';
import { HoldSubject } from './HoldSubject';
import { LiftDialog } from './LiftDialog';
import { HOLDS, type LegalHold } from './retention';

/** What nobody may erase, whatever the periods say. */
export function HoldsSection() {
  const { t } = useTranslation();
  const holds = useList<LegalHold>(HOLDS);
  const [placing, setPlacing] = useState(false);
  const [lifted, setLifted] = useState<LegalHold | null>(null);
  const place = (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setPlacing(true)}>
      {t('retention.place')}
    </Button>
  );
  return (
    <Section title={t('retention.holds')} testId="holds" aside={place}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('retention.holdsHint')}
      </Text>
      <ErrorNotice error={holds.error} onRetry={() => void holds.refetch()} />
      {holds.isSuccess && holds.rows.length === 0 && (
        <EmptyState icon={IconScale} title={t('retention.noHolds')} hint={t('retention.noHoldsHint')} />
      )}
      {holds.rows.length > 0 && (
        <PlainTable
          rows={holds.rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'subject', header: t('retention.subject'), width: '', cell: (hold) => <HoldSubject hold={hold} /> },
            { id: 'status', header: t('common.status'), width: '', cell: (hold) => <State hold={hold} /> },
            { id: 'reason', header: t('common.reason'), width: '', cell: (hold) => <Reasons hold={hold} /> },
            { id: 'placed', header: t('retention.placed'), width: '', cell: (hold) => <By at={hold.placedAt} name={hold.placedBy} /> },
            { id: 'lifted', header: t('retention.lifted'), width: '', cell: (hold) => hold.liftedAt && <By at={hold.liftedAt} name={hold.liftedBy} /> },
            {
              id: 'acts',
              header: '',
              width: '',
              cell: (hold) =>
                !hold.liftedAt && (
                  <Button size="compact-xs" variant="subtle" color="red" onClick={() => setLifted(hold)}>
                    {t('retention.lift')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <MoreButton list={holds} />
      {placing && <HoldDialog onClose={() => setPlacing(false)} />}
      {lifted && <LiftDialog hold={lifted} onClose={() => setLifted(null)} />}
    </Section>
  );
}

function State({ hold }: { hold: LegalHold }) {
  const { t } = useTranslation();
  return hold.liftedAt ? (
    <Badge tone="gray" icon={IconLockOpen} label={t('retention.wasLifted')} />
  ) : (
    <Badge tone="orange" icon={IconLock} label={t('retention.stands')} />
  );
}

/** Why it was placed, and why it was lifted. */
function Reasons({ hold }: { hold: LegalHold }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <Wrapped>{hold.reason}</Wrapped>
      {hold.liftReason && <Wrapped dimmed>{t('retention.liftedBecause', { reason: hold.liftReason })}</Wrapped>}
    </Stack>
  );
}

function By({ at, name }: { at: string; name: string | null | undefined }) {
  return (
    <>
      <TimeText at={at} />
      <Text size="sm" c="dimmed">
        {name}
      </Text>
    </>
  );
}
