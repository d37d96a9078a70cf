import { Loader, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { postTask, useTaskMutation } from '../queries';
import { useConfirmPreview, useTarget } from '../record/recordQueries';
import { FailureFacts } from './FailureFacts';
import { FollowUps } from './FollowUps';
import { TargetState } from './TargetState';
import type { TaskDialogProps } from './TaskDialogs';

/** "It was done by hand in the application": says beforehand what will follow. What the application said meanwhile is kept with the reason. */
export function ConfirmTaskDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [typedName, setTypedName] = useState('');
  const preview = useConfirmPreview(task.id);
  const target = useTarget(task.id);
  const confirm = useTaskMutation(
    () => postTask(`${task.id}/confirm`, { reason: reason.trim(), targetSaid: target.data?.state }),
    onClose,
    ({ status }) => t(status === 'FAILED' ? 'foureyes.proposed' : 'synclog.confirm.done'),
  );
  const destructive = preview.data?.followUps.some((followUp) => followUp.destructive) ?? false;
  const forGood = task.action === 'DELETE';
  const nameRight = !forGood || typedName === task.object.name;
  const names = { name: task.object.name, application: task.application.name, object: t(`synclog.objectType.${task.objectType}`).toLowerCase() };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="lg"
      title={t(`record.confirmTitle.${task.action}`, names)}
      confirmLabel={t(forGood ? 'record.confirmForGood' : 'synclog.confirm.button')}
      destructive={destructive}
      disabled={!preview.data || !reason.trim() || !nameRight}
      busy={confirm.isPending}
      error={confirm.error}
      onConfirm={() => confirm.act()}
    >
      <Text size="sm">{t('synclog.confirm.meaning', names)}</Text>
      <FailureFacts task={task} />
      <TargetState task={task} target={target} />
      {preview.isPending && <Loader size="sm" />}
      <ErrorNotice error={preview.error} />
      {preview.data && <FollowUps preview={preview.data} />}
      <Textarea label={t('synclog.confirm.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {forGood && (
        <TextInput
          label={t('synclog.confirm.typeName', names)}
          required
          autoComplete="off"
          value={typedName}
          onChange={(event) => setTypedName(event.currentTarget.value)}
          error={typedName !== '' && !nameRight ? t('synclog.confirm.nameDiffers') : undefined}
        />
      )}
    </ConfirmDialog>
  );
}
