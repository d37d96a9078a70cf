import { Alert, List, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client';
import type { ConfirmPreview, TaskDetail } from '../../api/tasks';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { notify } from '../../ui/notify';
import { useConfirmPreview, useTaskMutation } from '../queries';
import { FailureFacts } from './FailureFacts';
import { TargetState } from './TargetState';
import type { TaskDialogProps } from './TaskDialogs';

/** "It was done by hand in the application": says beforehand what will follow. */
export function ConfirmTaskDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [typedName, setTypedName] = useState('');
  const preview = useConfirmPreview(task.id);
  const confirm = useTaskMutation(
    () => post<TaskDetail>(`/tasks/${task.id}/confirm`, { reason: reason.trim() }),
    () => {
      notify.done(t('synclog.confirm.done'));
      onClose();
    },
  );
  const destructive = preview.data?.followUps.some((followUp) => followUp.destructive) ?? false;
  const nameRight = !destructive || typedName === task.object.name;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="lg"
      title={preview.data?.title ?? t('synclog.confirm.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.confirm.button')}
      destructive={destructive}
      disabled={!preview.data || !reason.trim() || !nameRight}
      busy={confirm.isPending}
      error={confirm.error}
      onConfirm={() => confirm.mutate(undefined)}
    >
      <Text size="sm">{t('synclog.confirm.meaning', { application: task.application.name })}</Text>
      <FailureFacts task={task} />
      {task.objectType === 'ACCOUNT' && <TargetState accountId={task.object.id} application={task.application.name} />}
      {preview.isPending && <Loader size="sm" />}
      <ErrorNotice error={preview.error} />
      {preview.data && <FollowUps preview={preview.data} />}
      <Textarea label={t('synclog.confirm.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {destructive && (
        <TextInput
          label={t('synclog.confirm.typeName', { name: task.object.name })}
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

function FollowUps({ preview }: { preview: ConfirmPreview }) {
  const { t } = useTranslation();
  const gentle = preview.followUps.filter((followUp) => !followUp.destructive);
  const destructive = preview.followUps.filter((followUp) => followUp.destructive);
  return (
    <Stack gap="xs" data-testid="follow-ups">
      {destructive.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('synclog.confirm.destructive')}>
          <List size="sm">
            {destructive.map(({ sentence }) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {gentle.length > 0 && (
        <div>
          <Text size="sm" fw={550}>
            {t('synclog.confirm.followUps')}
          </Text>
          <List size="sm">
            {gentle.map(({ sentence }) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
