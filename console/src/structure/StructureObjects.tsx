import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { StructureObject, StructureType } from '../api/structure';
import { AccountStatusBadge } from '../accounts/AccountStatusBadge';
import { StatusBadge } from '../synclog/StatusBadge';
import type { Column } from '../ui/DataTable';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { SearchBox } from '../ui/SearchBox';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

interface StructureObjectsProps {
  path: string;
  type: StructureType;
  on: boolean;
}

/** The organizations or groups of an application. Not shown where there never were any. */
export function StructureObjects({ path, type, on }: StructureObjectsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const objects = useList<StructureObject>(path, { objectType: type, q: text }, { every: 5_000 });
  const columns = useMemo<Column<StructureObject>[]>(
    () => [
      { id: 'name', header: t('common.name'), width: '', cell: ({ name }) => <b style={{ fontWeight: 550 }}>{name}</b> },
      type === 'ORGANIZATION'
        ? { id: 'parent', header: t('structure.parent'), width: '', cell: ({ parent }) => parent }
        : { id: 'members', header: t('structure.members'), width: '', cell: ({ memberCount }) => memberCount },
      { id: 'status', header: t('common.status'), width: '', cell: ({ status }) => <AccountStatusBadge status={status} /> },
      {
        id: 'task',
        header: t('structure.task'),
        width: '',
        cell: ({ task }) =>
          task && (
            <Group gap="xs" wrap="nowrap">
              <StatusBadge task={task} />
              <TextLink to="/log/$taskId" params={{ taskId: task.id }}>
                {task.waitReason ?? t(`synclog.action.${task.action}`)}
              </TextLink>
            </Group>
          ),
      },
      { id: 'remoteId', header: t('structure.remoteId'), width: '', cell: ({ remoteId }) => remoteId },
      { id: 'updated', header: t('common.updated'), width: '', cell: ({ updatedAt }) => <TimeText at={updatedAt} /> },
      {
        id: 'records',
        header: '',
        width: '',
        cell: ({ id }) => (
          <TextLink to="/log" search={{ view: 'all', account: [id] }}>
            {t('structure.records')}
          </TextLink>
        ),
      },
    ],
    [t, type],
  );
  if (!on && !text && objects.rows.length === 0) {
    return null;
  }
  return (
    <Section
      title={t(`structure.many.${type}`)}
      testId={`structure-${type}`}
      aside={<SearchBox label={t(`structure.search.${type}`)} value={text} onChange={setText} width={220} />}
    >
      <ErrorNotice error={objects.error} />
      {objects.rows.length > 0 ? (
        <PlainTable rows={objects.rows} columns={columns} rowId={({ id }) => id} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(objects.isPending ? 'common.loading' : text ? 'structure.nothingFound' : `structure.empty.${type}`)}
        </Text>
      )}
      {objects.hasNextPage && (
        <Button variant="subtle" size="xs" mt="xs" loading={objects.isFetchingNextPage} onClick={() => void objects.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Section>
  );
}
