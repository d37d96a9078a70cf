import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client';
import type { TaskDetail } from '../../api/tasks';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { notify } from '../../ui/notify';
import { useTaskMutation } from '../queries';
import { FailureFacts } from './FailureFacts';
import type { TaskDialogProps } from './TaskDialogs';

export function RetryDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const retry = useTaskMutation(
    () => post<TaskDetail>(`/tasks/${task.id}/retry`),
    () => {
      notify.done(t('synclog.retry.done'));
      onClose();
    },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('synclog.retry.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.act.RETRY')}
      busy={retry.isPending}
      error={retry.error}
      onConfirm={() => retry.mutate(undefined)}
    >
      <Text size="sm">{t('synclog.retry.meaning')}</Text>
      <FailureFacts task={task} />
      {task.failureKind && (
        <Text size="sm" c="dimmed">
          {t(`synclog.failureHelp.${task.failureKind}`)}
        </Text>
      )}
    </ConfirmDialog>
  );
}
