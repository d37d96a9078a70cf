import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { type Proposal, TOUCHED } from './proposals';

export type Decision = 'approve' | 'decline';

/** A second person decides; declining needs a reason. */
export function DecideDialog({ proposal, decision, onClose }: { proposal: Proposal; decision: Decision; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const decide = useChange(TOUCHED, () => post(`/proposals/${proposal.id}/${decision}`, { reason: reason.trim() || undefined }), onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive={decision === 'approve'}
      title={t(`foureyes.${decision}Title`, { subject: proposal.subject })}
      confirmLabel={t(`foureyes.${decision}`)}
      disabled={decision === 'decline' && !reason.trim()}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate(undefined)}
    >
      <Text size="sm">{t(`foureyes.${decision}Meaning`)}</Text>
      <Textarea label={t('common.reason')} required={decision === 'decline'} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
