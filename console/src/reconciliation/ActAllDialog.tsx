import { Switch, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { RECONCILIATIONS, type Act, type Kind, type ReconciliationRun } from '../api/reconciliation';
import type { ObjectType } from '../api/tasks';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { amount } from '../ui/format';

interface ActAllDialogProps {
  run: ReconciliationRun;
  act: Act;
  objectType: ObjectType;
  kind: Kind;
  onClose: () => void;
}

/** Counts first, then asks: what is done about all findings of a kind. */
export function ActAllDialog({ run, act, objectType, kind, onClose }: ActAllDialogProps) {
  const { t } = useTranslation();
  const path = `${RECONCILIATIONS}/${run.id}`;
  const [align, setAlign] = useState(false);
  const [reason, setReason] = useState('');
  const order = { act, objectType, kind, align, reason: reason || (act === 'IGNORE' ? '-' : null) };
  const counted = useQuery({
    queryKey: [path, 'count', act, objectType, kind],
    queryFn: () => post<{ count: number }>(`${path}/count`, order),
    gcTime: 0,
  });
  const count = counted.data?.count ?? 0;
  const start = useChange([RECONCILIATIONS], () => post<ReconciliationRun>(`${path}/act`, { ...order, expected: count }), onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`reconciliation.allTitle.${act}`, { count, number: amount(count), what: t(`reconciliation.many.${objectType}`), name: run.applicationName })}
      confirmLabel={t(`reconciliation.act.${act}`)}
      disabled={count === 0 || (act === 'IGNORE' && !reason.trim())}
      busy={start.isPending}
      error={start.error ?? counted.error}
      onConfirm={() => start.mutate(undefined)}
    >
      <Text size="sm">{t(`reconciliation.allMeaning.${act}`)}</Text>
      {act === 'LINK' && objectType === 'ACCOUNT' && (
        <Switch label={t('reconciliation.alsoAlign')} description={t('reconciliation.alsoAlignHelp')} checked={align} onChange={(event) => setAlign(event.currentTarget.checked)} />
      )}
      {act === 'IGNORE' && <Textarea required autosize minRows={2} label={t('common.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />}
    </ConfirmDialog>
  );
}
