import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { TextLink } from '../../ui/links';

/** What made the record, and the batch it belongs to, each leading there. */
export function CauseLink({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { cause, batchId } = task;
  const ofBatch = batchId && (!cause || cause.id === batchId);
  return (
    <>
      {cause && !ofBatch && <Cause task={task} />}
      {cause && !ofBatch && batchId && <br />}
      {batchId && (
        <TextLink to="/imports/$batchId" params={{ batchId }}>
          {(ofBatch && cause?.name) || t('synclog.reference.batch')}
        </TextLink>
      )}
    </>
  );
}

function Cause({ task: { cause, user } }: { task: TaskDetail }) {
  if (cause?.type === 'TASK' && cause.id) {
    return (
      <TextLink to="/log/$taskId" params={{ taskId: cause.id }}>
        {cause.name}
      </TextLink>
    );
  }
  if ((cause?.type === 'USER_CHANGE' || cause?.type === 'GLOBAL_POLICY') && cause.id && user) {
    return (
      <TextLink to="/users/$userId" params={{ userId: user.id }} search={{ change: cause.id }}>
        {cause.name}
      </TextLink>
    );
  }
  return <>{cause?.name}</>;
}
