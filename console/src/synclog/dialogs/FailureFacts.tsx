import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { Facts } from '../../ui/Facts';
import { TimeText } from '../../ui/TimeText';
import { triesOf } from '../words';

/** What failed and since when. */
export function FailureFacts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const failed = task.log.findLast((entry) => entry.event === 'FAILED' || entry.event === 'NO_CALLBACK');
  return (
    <Facts
      facts={[
        [t('synclog.dialog.failure'), task.failureKind && `${t(`synclog.failureKind.${task.failureKind}`)}: ${task.failureMessage ?? ''}`],
        [t('synclog.dialog.since'), failed && <TimeText at={failed.at} />],
        [t('synclog.column.attempts'), triesOf(t, task)],
      ]}
    />
  );
}
