import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { Facts } from '../../ui/Facts';
import { TimeText } from '../../ui/TimeText';
import { triesOf } from '../words';
import { failedAt } from './failedAt';

/** What failed and since when. */
export function FailureFacts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const since = failedAt(task);
  return (
    <Facts
      facts={[
        [t('synclog.dialog.failure'), task.failureKind && `${t(`synclog.failureKind.${task.failureKind}`)}: ${task.failureMessage ?? ''}`],
        [t('synclog.dialog.since'), since && <TimeText at={since} />],
        [t('synclog.column.attempts'), triesOf(t, task)],
      ]}
    />
  );
}
