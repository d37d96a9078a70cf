import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { TaskRow } from '../api/tasks';
import type { Column } from '../ui/DataTable';
import type { TimeStyle } from '../ui/times';
import { TimeText } from '../ui/TimeText';
import { RowActions } from './RowActions';
import type { ColumnId } from './search';
import { StatusBadge } from './StatusBadge';
import { triesOf, withoutLead } from './words';

type Definition = Pick<Column<TaskRow>, 'width' | 'cell'>;

function definitions(t: TFunction, style: TimeStyle): Record<ColumnId, Definition> {
  const time = style === 'relative' ? '72px' : '142px';
  return {
    opened: { width: time, cell: (task) => <TimeText at={task.openedAt} /> },
    status: { width: 'minmax(134px, 0.9fr)', cell: (task) => <StatusBadge task={task} /> },
    application: { width: 'minmax(96px, 0.9fr)', cell: (task) => task.application.name },
    objectType: { width: '66px', cell: (task) => t(`synclog.objectType.${task.objectType}`) },
    object: { width: 'minmax(136px, 1.3fr)', cell: (task) => <ObjectCell task={task} /> },
    action: { width: '52px', cell: (task) => t(`synclog.action.${task.action}`) },
    source: { width: 'minmax(112px, 1fr)', cell: (task) => <Cut text={t(`synclog.source.${task.source}`)} /> },
    failure: { width: 'minmax(186px, 2.4fr)', cell: (task) => <FailureCell task={task} t={t} /> },
    attempts: { width: '44px', cell: (task) => triesOf(t, task) },
    nextRetry: { width: time, cell: (task) => (task.status === 'QUEUED' && task.attempts > 0 ? <TimeText at={task.dueAt} /> : null) },
    initiator: { width: 'minmax(78px, 0.6fr)', cell: (task) => <Cut text={task.initiator.name} /> },
  };
}

/** These columns in this order; what can be done with a task always stands last. */
export function columnsOf(t: TFunction, shown: readonly ColumnId[], style: TimeStyle, sort?: Column<TaskRow>['sort']): Column<TaskRow>[] {
  const known = definitions(t, style);
  const columns = shown.map((id) => ({ id, header: t(`synclog.column.${id}`), sort: id === 'opened' ? sort : undefined, ...known[id] }));
  return [...columns, { id: 'actions', header: t('loglist.actions'), width: '148px', pinned: true, cell: (task) => <RowActions task={task} /> }];
}

function ObjectCell({ task }: { task: TaskRow }) {
  const user = task.user && task.user.name !== task.object.name ? task.user.name : undefined;
  return (
    <span title={user ? `${task.object.name} · ${user}` : task.object.name}>
      {task.object.name}
      {user && (
        <Text span size="sm" c="dimmed">
          {' · '}
          {user}
        </Text>
      )}
    </span>
  );
}

function FailureCell({ task, t }: { task: TaskRow; t: TFunction }) {
  if (!task.failureKind) {
    return task.note ? <Cut text={task.note} dimmed /> : null;
  }
  return (
    <span title={task.failureMessage ?? undefined}>
      <b style={{ fontWeight: 550 }}>{t(`synclog.failureKind.${task.failureKind}`)}</b> {task.failureMessage && withoutLead(task.failureMessage)}
    </span>
  );
}

function Cut({ text, dimmed }: { text: string; dimmed?: boolean }) {
  return (
    <Text span size="sm" title={text} c={dimmed ? 'dimmed' : undefined}>
      {text}
    </Text>
  );
}
