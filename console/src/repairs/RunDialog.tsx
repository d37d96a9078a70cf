import { Alert, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Repair } from '../api/repairs';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { amount } from '../ui/format';
import { isSound, OrderFields, perMinuteOf, USUAL } from './OrderFields';
import { finalDeletions, keptAccess, needsReason } from './repairs';

/** The word to go: how fast, when to stop, and why; for what is final its number, typed. */
export function RunDialog({ repair, onClose }: { repair: Repair; onClose: () => void }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState(USUAL);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const deletions = finalDeletions(repair);
  const kept = keptAccess(repair);
  const numberRight = deletions === 0 || typed.trim() === String(deletions);
  const run = useChange(
    ['/repairs', `/repairs/${repair.id}/tasks`, '/tasks'],
    () =>
      post<{ status: string }>(`/repairs/${repair.id}/run`, {
        reason: reason.trim() || undefined,
        perMinute: perMinuteOf(order),
        stopAfter: order.stopAfter ?? undefined,
        deletions: deletions || undefined,
      }),
    onClose,
    ({ status }) => status === 'PLANNED' && t('foureyes.proposed'),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="lg"
      destructive={deletions > 0 || repair.action === 'CANCEL'}
      title={t(deletions > 0 ? 'repairs.runTitle.DELETE' : `repairs.runTitle.${repair.action}`, { count: repair.total, number: amount(repair.total), deletions: amount(deletions) })}
      confirmLabel={t(`repairs.runButton.${repair.action}`)}
      disabled={!isSound(order) || !numberRight || (needsReason(repair.action) && !reason.trim())}
      busy={run.isPending}
      error={run.error}
      onConfirm={() => run.mutate(undefined)}
    >
      <Text size="sm">{t(`repairs.runMeaning.${repair.action}`)}</Text>
      {deletions > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />}>
          {t('repairs.finalDeletions', { count: deletions, number: amount(deletions) })}
        </Alert>
      )}
      {kept > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle />}>
          {t('repairs.keptAccess', { count: kept, number: amount(kept) })}
        </Alert>
      )}
      <OrderFields order={order} tasks={repair.total} retry={repair.action === 'RETRY'} onChange={setOrder} />
      <Textarea
        label={t('common.reason')}
        description={t('repairs.reasonHelp')}
        required={needsReason(repair.action)}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {deletions > 0 && (
        <TextInput
          label={t('repairs.typeNumber', { number: deletions })}
          required
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={typed !== '' && !numberRight ? t('repairs.numberDiffers') : undefined}
        />
      )}
    </ConfirmDialog>
  );
}
