import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/client';
import { useList } from '../api/list';
import type { TaskRow } from '../api/tasks';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { useClock } from '../ui/TimeText';
import { columnsOf } from './columns';
import type { ColumnId, LogSearch } from './search';

const COLUMNS: ColumnId[] = ['opened', 'status', 'application', 'object', 'action', 'failure', 'source'];

interface TasksOfProps {
  query: Query;
  /** The same in the log list. */
  search: LogSearch;
}

/** The latest records of an account, a user or an application, on its own page. */
export function TasksOf({ query, search }: TasksOfProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tasks = useList<TaskRow>('/tasks', query, { limit: 10 });
  const { style } = useClock();
  const columns = useMemo(() => columnsOf(t, COLUMNS, style), [t, style]);
  const rows = tasks.data?.pages[0]?.items ?? [];
  return (
    <Section
      title={t('synclog.latest')}
      aside={
        <TextLink to="/log" search={search}>
          {t('synclog.all')}
        </TextLink>
      }
    >
      {rows.length > 0 ? (
        <PlainTable rows={rows} columns={columns} rowId={(task) => task.id} onOpen={(task) => void navigate({ to: '/log/$taskId', params: { taskId: task.id } })} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('synclog.noneYet')}
        </Text>
      )}
    </Section>
  );
}
