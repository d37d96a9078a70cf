import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { TaskRow } from '../api/tasks';
import type { Column } from '../ui/DataTable';
import { TimeText } from '../ui/TimeText';
import { RowActions } from './RowActions';
import { StatusBadge } from './StatusBadge';
import { triesOf } from './words';

export const COLUMN_IDS = [
  'opened',
  'status',
  'application',
  'object',
  'action',
  'failure',
  'attempts',
  'nextRetry',
  'source',
  'initiator',
  'objectType',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

type Definition = Pick<Column<TaskRow>, 'width' | 'cell'>;

function definitions(t: TFunction): Record<ColumnId, Definition> {
  return {
    opened: { width: '72px', cell: (task) => <TimeText at={task.openedAt} /> },
    status: { width: 'minmax(134px, 0.9fr)', cell: (task) => <StatusBadge task={task} /> },
    application: { width: 'minmax(96px, 0.9fr)', cell: (task) => task.application.name },
    objectType: { width: '66px', cell: (task) => t(`synclog.objectType.${task.objectType}`) },
    object: { width: 'minmax(136px, 1.3fr)', cell: (task) => <ObjectCell task={task} /> },
    action: { width: '52px', cell: (task) => t(`synclog.action.${task.action}`) },
    source: { width: 'minmax(112px, 1fr)', cell: (task) => <Cut text={t(`synclog.source.${task.source}`)} /> },
    failure: { width: 'minmax(186px, 2.4fr)', cell: (task) => <FailureCell task={task} t={t} /> },
    attempts: { width: '44px', cell: (task) => triesOf(t, task) },
    nextRetry: { width: '66px', cell: (task) => (task.status === 'QUEUED' && task.attempts > 0 ? <TimeText at={task.dueAt} /> : null) },
    initiator: { width: 'minmax(78px, 0.6fr)', cell: (task) => <Cut text={task.initiator.name} /> },
  };
}

/** The columns of the log list in their order; the actions always stand last. */
export function columnsOf(t: TFunction, hidden: readonly string[]): Column<TaskRow>[] {
  const known = definitions(t);
  const shown = COLUMN_IDS.filter((id) => !hidden.includes(id)).map((id) => ({
    id,
    header: t(`synclog.column.${id}`),
    ...known[id],
  }));
  return [...shown, { id: 'actions', header: '', width: '148px', pinned: true, cell: (task) => <RowActions task={task} /> }];
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
      <b style={{ fontWeight: 550 }}>{t(`synclog.failureKind.${task.failureKind}`)}</b> {task.failureMessage}
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
