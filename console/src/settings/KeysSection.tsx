import { Button, Text } from '@mantine/core';
import { IconKey, IconRotate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, remove, send } from '../api/client';
import { useChange } from '../api/one';
import { Badge } from '../ui/Badge';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount } from '../ui/format';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { Wrapped } from '../ui/Wrapped';

interface Key {
  id: number;
  seals: boolean;
  madeAt: string;
  madeBy: string | null;
  retiredAt: string | null;
  sealed: number;
  payloads: boolean;
}

interface Keys {
  wrappedBy: string;
  toSealAnew: number;
  keys: Key[];
}

const SOON = 2_000;

/** The keys that seal secrets: a new one at any time, and the old one away when nothing needs it. */
export function KeysSection() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['/keys'],
    queryFn: ({ signal }) => get<Keys>('/keys', {}, signal),
    refetchInterval: ({ state }) => (state.data && state.data.toSealAnew > 0 ? SOON : false),
  });
  const [rotating, setRotating] = useState(false);
  const [retiring, setRetiring] = useState<Key | null>(null);
  const rotate = useChange(['/keys'], () => send<Keys>('/keys/rotation', { method: 'POST' }), () => setRotating(false));
  const retire = useChange(['/keys'], (key: Key) => remove(`/keys/${key.id}`), () => setRetiring(null));
  return (
    <Section
      title={t('keys.title')}
      aside={
        <Button size="xs" variant="default" leftSection={<IconRotate size={14} aria-hidden />} onClick={() => setRotating(true)}>
          {t('keys.rotate')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('keys.hint', { where: data?.wrappedBy ?? '' })}
      </Text>
      <ErrorNotice error={error} />
      {data && data.toSealAnew > 0 && <Text size="sm">{t('keys.toSealAnew', { count: data.toSealAnew, amount: amount(data.toSealAnew) })}</Text>}
      {data && (
        <PlainTable
          rows={data.keys}
          rowId={({ id }) => String(id)}
          columns={[
            { id: 'key', header: t('keys.key'), width: '', cell: ({ id }) => id },
            {
              id: 'made',
              header: t('common.created'),
              width: '',
              cell: ({ madeAt, madeBy }) => (
                <>
                  <TimeText at={madeAt} /> {madeBy}
                </>
              ),
            },
            { id: 'state', header: t('keys.state'), width: '', cell: (key) => <State of={key} /> },
            {
              id: 'sealed',
              header: t('keys.sealed'),
              width: '',
              cell: ({ sealed, payloads }) => (
                <Wrapped>
                  {amount(sealed)} {payloads && t('keys.payloads')}
                </Wrapped>
              ),
            },
            {
              id: 'acts',
              header: '',
              width: '',
              cell: (key) =>
                !key.seals &&
                !key.retiredAt && (
                  <Button size="compact-xs" variant="subtle" color="red" disabled={key.sealed > 0 || key.payloads} onClick={() => setRetiring(key)}>
                    {t('keys.retire')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {rotating && (
        <ConfirmDialog
          opened
          onClose={() => setRotating(false)}
          title={t('keys.rotateTitle')}
          confirmLabel={t('keys.rotate')}
          busy={rotate.isPending}
          error={rotate.error}
          onConfirm={() => rotate.mutate(undefined)}
        >
          <Text size="sm">{t('keys.rotateMeaning')}</Text>
        </ConfirmDialog>
      )}
      {retiring && (
        <ConfirmDialog
          opened
          destructive
          onClose={() => setRetiring(null)}
          title={t('keys.retireTitle', { id: retiring.id })}
          confirmLabel={t('keys.retire')}
          busy={retire.isPending}
          error={retire.error}
          onConfirm={() => retire.mutate(retiring)}
        >
          <Text size="sm">{t('keys.retireMeaning')}</Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}

function State({ of: { seals, retiredAt } }: { of: Key }) {
  const { t } = useTranslation();
  const word = seals ? 'keys.seals' : retiredAt ? 'keys.retired' : 'keys.opens';
  return <Badge label={t(word)} tone={seals ? 'green' : 'gray'} icon={IconKey} />;
}
