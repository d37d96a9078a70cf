import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { HOLDS, type LegalHold, PLAN } from './retention';

/** Lifts a hold: what it kept goes its way again. */
export function LiftDialog({ hold, onClose }: { hold: LegalHold; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const lift = useChange([HOLDS, PLAN], () => post<LegalHold>(`${HOLDS}/${hold.id}/lift`, { reason: reason.trim() }), onClose);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('retention.liftTitle', { name: hold.subjectName ?? hold.subjectId })}
      confirmLabel={t('retention.lift')}
      disabled={!reason.trim()}
      busy={lift.isPending}
      error={lift.error}
      onConfirm={() => lift.mutate(undefined)}
    >
      <Text size="sm">{t('retention.liftMeaning', { reason: hold.reason })}</Text>
      <Textarea
        label={t('common.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
