import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { subjectWords } from './words';

export type Decision = 'approve' | 'reject' | 'withdraw' | 'comments';

interface DecisionDialogProps {
  request: AccessRequest;
  decision: Decision;
  /** "/portal/approvals", "/portal/requests" or "/access-requests". */
  path: string;
  onClose: () => void;
}

/** Approves, rejects or withdraws, with a comment; or only comments. */
export function DecisionDialog({ request, decision, path, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const needed = decision === 'reject' || decision === 'comments';
  const change = useChange(
    ['/portal/approvals', '/portal/approvals/count', '/portal/requests', '/portal/access', '/access-requests', '/tasks'],
    () => post(`${path}/${request.id}/${decision}`, { comment: comment.trim() || null }),
    onClose,
    () => t(`requests.decision.${decision}.done`, { number: request.number }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive={decision === 'reject' || decision === 'withdraw'}
      disabled={needed && comment.trim() === ''}
      title={t(`requests.decision.${decision}.title`, { number: request.number, name: request.beneficiary.name })}
      confirmLabel={t(`requests.decision.${decision}.button`)}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{subjectWords(request, t)}</Text>
      <Text size="sm" c="dimmed">
        “{request.reason}”
      </Text>
      <Textarea label={t(needed ? 'requests.comment' : 'requests.commentOptional')} required={needed} autosize minRows={2} maxLength={2000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} data-testid="decision-comment" />
    </ConfirmDialog>
  );
}
