import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Batch } from '../api/bulk';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';

export function CancelBatchDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cancel = useChange(['/batches', `/batches/${batch.id}/rows`, '/tasks'], () => post(`/batches/${batch.id}/cancel`, { reason: reason.trim() }), onClose);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('imports.cancelTitle', { name: batch.name })}
      confirmLabel={t('imports.cancel')}
      disabled={!reason.trim()}
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate(undefined)}
    >
      <Text size="sm">{t('imports.cancelMeaning')}</Text>
      <Textarea label={t('common.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
