import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { postTask, useTaskMutation } from '../queries';
import type { TaskDialogProps } from './TaskDialogs';

export function CancelDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cancel = useTaskMutation(
    () => postTask(`${task.id}/cancel`, { reason: reason.trim() }),
    onClose,
    () => t('synclog.cancel.done'),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive
      title={t('synclog.cancel.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.cancel.button')}
      disabled={!reason.trim()}
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.act()}
    >
      <Text size="sm">{t('synclog.cancel.meaning', { application: task.application.name })}</Text>
      <Textarea label={t('common.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
