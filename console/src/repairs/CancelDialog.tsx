import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Repair } from '../api/repairs';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { amount } from '../ui/format';
import { wasRun } from './repairs';

/** Before the run it throws a plan away, which changes nothing; afterwards it leaves the rest as it is. */
export function CancelDialog({ repair, onClose }: { repair: Repair; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const begun = wasRun(repair);
  const cancel = useChange(
    ['/repairs', `/repairs/${repair.id}/tasks`],
    () => post(`/repairs/${repair.id}/cancel`, { reason: reason.trim() || undefined }),
    onClose,
  );
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={begun ? t('repairs.cancelTitle', { count: repair.counts.waiting, number: amount(repair.counts.waiting) }) : t('repairs.discardTitle')}
      confirmLabel={t(begun ? 'repairs.cancel' : 'repairs.discard')}
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate(undefined)}
    >
      <Text size="sm">{t(begun ? 'repairs.cancelMeaning' : 'repairs.discardMeaning')}</Text>
      {begun && <Textarea label={t('common.reason')} autosize minRows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
    </ConfirmDialog>
  );
}
