import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { RESULTS, type Repair, type RepairTask, type Result } from '../api/repairs';
import { StatusBadge } from '../synclog/StatusBadge';
import { DataTable, type Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { ResultBadge } from './badges';
import { COUNTED, isMoving } from './repairs';

interface RepairResultsProps {
  repair: Repair;
  /** Null: all. */
  shown: Result | null;
  onShow: (result: Result | null) => void;
}

/** The tasks of a repair in the order of their turns, each with what became of it. */
export function RepairResults({ repair, shown, onShow }: RepairResultsProps) {
  const { t } = useTranslation();
  const moving = isMoving(repair);
  const items = useList<RepairTask>(`/repairs/${repair.id}/tasks`, { result: shown ?? undefined }, { limit: 100, every: moving && 2000 });
  const { refetch } = items;
  // What the last ones came to is known only now.
  useEffect(() => {
    if (!moving) {
      void refetch();
    }
  }, [moving, refetch]);
  const columns = useMemo<Column<RepairTask>[]>(
    () => [
      { id: 'number', header: t('repairs.number'), width: '64px', cell: (item) => item.number },
      { id: 'object', header: t('synclog.column.object'), width: 'minmax(130px, 1fr)', cell: (item) => <TaskLink item={item} /> },
      { id: 'application', header: t('applications.one'), width: 'minmax(110px, 0.8fr)', cell: (item) => item.task?.applicationName },
      { id: 'action', header: t('synclog.column.action'), width: '90px', cell: (item) => item.task && t(`synclog.doing.${item.task.action}`) },
      { id: 'result', header: t('repairs.resultLabel'), width: '150px', cell: (item) => <ResultBadge action={repair.action} result={item.result} /> },
      { id: 'message', header: t('repairs.message'), width: 'minmax(180px, 2fr)', cell: (item) => <Message item={item} /> },
      { id: 'status', header: t('repairs.now'), width: '170px', cell: (item) => item.task && <StatusBadge task={item.task} /> },
      { id: 'at', header: t('repairs.at'), width: '110px', cell: (item) => <TimeText at={item.at} /> },
    ],
    [t, repair.action],
  );
  const filters = RESULTS.filter((result) =>
    result === 'LEFT_OUT' ? repair.leftOut > 0 && repair.selected !== null : COUNTED.some(([count, counted]) => counted === result && repair.counts[count] > 0),
  );
  return (
    <section aria-label={t('repairs.results')} style={{ display: 'flex', flexDirection: 'column', height: 'max(420px, calc(100vh - 420px))' }}>
      <SegmentedControl
        size="xs"
        mb={10}
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('repairs.resultLabel')}
        data={[
          { value: 'ALL', label: t('repairs.all') },
          ...(shown && !filters.includes(shown) ? [...filters, shown] : filters).map((value) => ({
            value,
            label: value === 'DONE' ? t(`repairs.doneWord.${repair.action}`) : t(`repairs.result.${value}.label`),
          })),
        ]}
        value={shown ?? 'ALL'}
        onChange={(value) => onShow(value === 'ALL' ? null : (value as Result))}
      />
      <DataTable
        label={t('repairs.results')}
        source={items}
        columns={columns}
        rowId={(item) => String(item.number)}
        minWidth={1010}
        rowHeight={36}
        empty={
          <Text size="sm" c="dimmed" p="md">
            {t('repairs.noSuchTask')}
          </Text>
        }
      />
    </section>
  );
}

function TaskLink({ item }: { item: RepairTask }) {
  return item.task ? (
    <TextLink to="/log/$taskId" params={{ taskId: item.taskId }}>
      {item.task.objectName}
    </TextLink>
  ) : (
    <>{item.taskId}</>
  );
}

/** Why it was left alone or what went wrong; while it waits, what it is about. */
function Message({ item }: { item: RepairTask }) {
  const { t } = useTranslation();
  const said = item.why ? t(`repairs.why.${item.why}`) : item.message;
  const failure = item.task?.status === 'FAILED' ? item.task.failureMessage : null;
  return (
    <Text span size="sm" c={said ? undefined : 'dimmed'} title={said ?? failure ?? undefined}>
      {said ?? failure}
    </Text>
  );
}
