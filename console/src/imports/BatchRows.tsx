import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, BatchRow, RowStatus } from '../api/bulk';
import { useList } from '../api/list';
import { shownValue } from '../synclog/values';
import { StatusBadge } from '../synclog/StatusBadge';
import { DataTable, type Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { isMoving } from './batches';
import { RowStatusBadge } from './BatchStatusBadge';

/** The rows of a batch, each with its line number and what became of it. */
export function BatchRows({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<RowStatus | 'ALL'>('ALL');
  const moving = isMoving(batch);
  const rows = useList<BatchRow>(`/batches/${batch.id}/rows`, { status: status === 'ALL' ? undefined : status }, { limit: 100, every: moving && 2000 });
  const { refetch } = rows;
  // What the last rows came to is known only now.
  useEffect(() => {
    if (!moving) {
      void refetch();
    }
  }, [moving, refetch]);
  const columns = useMemo<Column<BatchRow>[]>(
    () => [
      { id: 'number', header: t(batch.kind === 'PROVISIONING' ? 'imports.number' : 'imports.line'), width: '64px', cell: (row) => row.number },
      { id: 'subject', header: t('users.one'), width: 'minmax(120px, 0.8fr)', cell: (row) => <Subject row={row} /> },
      { id: 'status', header: t('imports.rowStatus'), width: '130px', cell: (row) => <RowStatusBadge status={row.status} /> },
      { id: 'task', header: t('imports.task'), width: '180px', cell: (row) => row.task && <StatusBadge task={row.task} /> },
      { id: 'message', header: t('imports.message'), width: 'minmax(180px, 2fr)', cell: (row) => <Message row={row} /> },
      { id: 'record', header: '', width: '70px', cell: (row) => row.task && <RecordLink id={row.task.id} label={t('common.view')} /> },
    ],
    [t, batch.kind],
  );
  const filters: (RowStatus | 'ALL')[] = ['ALL', 'BAD', 'WAITING', batch.kind === 'USERS' ? 'APPLIED' : 'OPENED', 'SKIPPED', 'FAILED'];
  return (
    <section aria-label={t('imports.rows')} style={{ display: 'flex', flexDirection: 'column', height: 'max(420px, calc(100vh - 420px))' }}>
      <SegmentedControl
        size="xs"
        mb={10}
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('imports.rowStatus')}
        data={filters.map((value) => ({ value, label: value === 'ALL' ? t('imports.allRows') : t(`imports.row.${value}`) }))}
        value={status}
        onChange={(value) => setStatus(value as RowStatus | 'ALL')}
      />
      <DataTable
        label={t('imports.rows')}
        source={rows}
        columns={columns}
        rowId={(row) => String(row.number)}
        minWidth={860}
        rowHeight={36}
        empty={
          <Text size="sm" c="dimmed" p="md">
            {t(batch.status === 'READING' ? 'imports.reading' : 'imports.noRows')}
          </Text>
        }
      />
    </section>
  );
}

function Subject({ row }: { row: BatchRow }) {
  return row.userId ? (
    <TextLink to="/users/$userId" params={{ userId: row.userId }}>
      {row.subject}
    </TextLink>
  ) : (
    <>{row.subject}</>
  );
}

function RecordLink({ id, label }: { id: string; label: string }) {
  return (
    <TextLink to="/log/$taskId" params={{ taskId: id }}>
      {label}
    </TextLink>
  );
}

/** What went wrong, or else what the row says. */
function Message({ row }: { row: BatchRow }) {
  const wrong = row.message ?? row.task?.failureMessage;
  const content = Object.entries(row.content ?? {})
    .map(([name, value]) => `${name}: ${shownValue(value)}`)
    .join(' · ');
  return (
    <Text span size="sm" c={wrong ? undefined : 'dimmed'} title={wrong ?? content}>
      {wrong ?? content}
    </Text>
  );
}
