import { Button, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RetryPreview } from '../../api/tasks';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TimeText } from '../../ui/TimeText';
import { DifferenceTable } from '../DifferenceTable';
import { postTask, useTaskMutation } from '../queries';
import { useRetryPreview } from '../record/recordQueries';
import { failedAt } from './failedAt';
import { FailureFacts } from './FailureFacts';
import { RetryComparison } from './RetryComparison';
import type { TaskDialogProps } from './TaskDialogs';

/** The same again: shows what would be sent now beside what failed, and what has changed since. */
export function RetryDialog(props: TaskDialogProps) {
  const { task, onClose } = props;
  const { t } = useTranslation();
  const preview = useRetryPreview(task.id);
  const retry = useTaskMutation(
    () => postTask(`${task.id}/retry`),
    onClose,
    () => t('synclog.retry.done'),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="lg"
      title={t('synclog.retry.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.act.RETRY')}
      busy={retry.isPending}
      error={retry.error}
      onConfirm={() => retry.act()}
    >
      <Text size="sm">{t('synclog.retry.meaning')}</Text>
      <FailureFacts task={task} />
      {task.failureKind && (
        <Text size="sm" c="dimmed">
          {t(`synclog.failureHelp.${task.failureKind}`)}
        </Text>
      )}
      {preview.isPending && <Loader size="sm" />}
      <ErrorNotice error={preview.error} />
      {preview.data && <RetryComparison task={task} preview={preview.data} />}
      {preview.data && <Since {...props} preview={preview.data} />}
    </ConfirmDialog>
  );
}

/** What has changed since it failed, so that the same may go well now, or would not be what is wanted any more. */
function Since({ task, preview, onShow }: TaskDialogProps & { preview: RetryPreview }) {
  const { t } = useTranslation();
  const since = failedAt(task);
  const edited = preview.applicationChangedAt && since && preview.applicationChangedAt > since ? preview.applicationChangedAt : null;
  return (
    <>
      {edited && (
        <Text size="sm" data-testid="application-edited">
          {t('record.retry.edited', { application: task.application.name })} <TimeText at={edited} />
        </Text>
      )}
      {preview.mappingNow.length > 0 && (
        <div data-testid="mapping-now">
          <Text size="sm" fw={550}>
            {t('record.retry.mappingNow')}
          </Text>
          <Text size="sm" c="dimmed" mb={4}>
            {t('record.retry.mappingNowMeaning')}
          </Text>
          <DifferenceTable difference={preview.mappingNow} beforeLabel={t('record.retry.wouldSend')} afterLabel={t('record.retry.today')} />
          {task.actions.includes('MODIFY') && (
            <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onShow('modify')}>
              {t('synclog.act.MODIFY')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
