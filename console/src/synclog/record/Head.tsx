import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconEdit, IconListDetails, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { TextLink } from '../../ui/links';
import { TimeText } from '../../ui/TimeText';
import { FOCUS_HOME } from '../../ui/useFocusBack';
import type { Dialog } from '../dialogs/TaskDialogs';
import { StatusBadge } from '../StatusBadge';
import { nextStep, sentence, triesOf } from '../words';
import styles from './Record.module.css';

/** One sentence, the state, what happens next, and what can be done now. */
export function Head({ task, onAct }: { task: TaskDetail; onAct: (dialog: Dialog) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.head} data-testid="record-head" tabIndex={-1} {...{ [FOCUS_HOME]: true }}>
        <Group gap="sm" mb={6}>
          <StatusBadge task={task} />
          <Text size="sm" c="dimmed" component="span">
            {t('synclog.record.opened')} <TimeText at={task.openedAt} />
            {task.attempts > 0 && ` · ${t('synclog.record.tries', { tries: triesOf(t, task) })}`}
          </Text>
        </Group>
        <Text fw={550} size="lg" lh={1.45} lineClamp={4} title={sentence(t, task)} style={{ overflowWrap: 'anywhere' }} data-testid="sentence">
          {sentence(t, task)}
        </Text>
        {task.note && <Text size="sm">{task.note}</Text>}
        {task.settleReason && (
          <Text size="sm">
            {t('common.reason')}: “{task.settleReason}”
          </Text>
        )}
        <Text size="sm" c="dimmed" mt={4} component="div" data-testid="next-step">
          {nextStep(t, task)} <When task={task} />
        </Text>
      <Actions task={task} onAct={onAct} />
    </div>
  );
}

function When({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  if (task.blockedBy) {
    return (
      <TextLink to="/log/$taskId" params={{ taskId: task.blockedBy.id }}>
        {t('synclog.record.toBlocker')}
      </TextLink>
    );
  }
  if (task.supersededBy) {
    return (
      <TextLink to="/log/$taskId" params={{ taskId: task.supersededBy.id }}>
        {t('synclog.record.toSuccessor')}
      </TextLink>
    );
  }
  if (task.callbackDueAt && task.status === 'AWAITING_CALLBACK') {
    return (
      <>
        {t('synclog.record.deadline')} <TimeText at={task.callbackDueAt} />
      </>
    );
  }
  return task.dueAt && task.status === 'QUEUED' ? (
    <>
      {t('synclog.record.nextTry')} <TimeText at={task.dueAt} />
    </>
  ) : null;
}

/** Only what the server allows. What cannot be taken back stands apart. */
function Actions({ task, onAct }: { task: TaskDetail; onAct: (dialog: Dialog) => void }) {
  const { t } = useTranslation();
  const may = (action: TaskDetail['actions'][number]) => task.actions.includes(action);
  if (task.actions.every((action) => action === 'VIEW')) {
    return null;
  }
  return (
    <div className={styles.actions} role="group" aria-label={t('synclog.record.actions')}>
      {may('VIEW_DETAILS') && (
        <Button variant="default" leftSection={<IconListDetails size={16} />} onClick={() => onAct('details')}>
          {t('synclog.act.VIEW_DETAILS')}
        </Button>
      )}
      {may('RETRY') && (
        <Button leftSection={<IconRefresh size={16} />} onClick={() => onAct('retry')}>
          {t('synclog.act.RETRY')}
        </Button>
      )}
      {may('MODIFY') && (
        <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => onAct('modify')}>
          {t('synclog.act.MODIFY')}
        </Button>
      )}
      {(may('CONFIRM') || may('CANCEL')) && (
        <div className={styles.apart}>
          {may('CONFIRM') && (
            <Button variant="default" leftSection={<IconCheck size={16} />} onClick={() => onAct('confirm')}>
              {t('synclog.act.CONFIRM')}
            </Button>
          )}
          {may('CANCEL') && (
            <Button variant="subtle" color="red" leftSection={<IconX size={16} />} onClick={() => onAct('cancel')}>
              {t('synclog.act.CANCEL')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
