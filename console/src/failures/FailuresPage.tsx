import { SegmentedControl, Select } from '@mantine/core';
import { IconMoodCheck, IconSearchOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_STATES, type FailureGroup } from '../api/failures';
import { useList } from '../api/list';
import { FAILURE_KINDS } from '../api/tasks';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useRowKeys } from '../ui/useRowKeys';
import { groupColumns } from './columns';
import { groupQuery, isNarrowed, type FailuresSearch } from './search';

/** Why tasks fail: each cause once, however many tasks failed for it. */
export function FailuresPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/failures' });
  const navigate = useNavigate();
  const groups = useList<FailureGroup>('/failure-groups', groupQuery(search), { every: 10_000 });
  const columns = useMemo(() => groupColumns(t), [t]);
  const change = (part: Partial<FailuresSearch>) => void navigate({ to: '/failures', search: { ...search, ...part }, replace: true });
  const open = (group: FailureGroup) => void navigate({ to: '/failures/$groupId', params: { groupId: group.id } });
  const { cursor } = useRowKeys({ rows: groups.rows, onOpen: open });
  return (
    <Page title={t('nav.failures')} subtitle={t('failures.hint')} fill>
      <FilterRow>
        <SegmentedControl
          size="xs"
          aria-label={t('failures.sort')}
          value={search.sort ?? 'tasks'}
          onChange={(sort) => change({ sort: sort === 'lastSeen' ? 'lastSeen' : undefined })}
          data={[
            { value: 'tasks', label: t('failures.mostTasks') },
            { value: 'lastSeen', label: t('failures.latest') },
          ]}
        />
        <SearchBox label={t('failures.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <ApplicationSelect
          size="xs"
          w={190}
          label={undefined}
          aria-label={t('applications.one')}
          clearable
          value={search.application ?? null}
          onChange={(application) => change({ application: application ?? undefined })}
        />
        <Select
          size="xs"
          w={170}
          clearable
          aria-label={t('failures.kind')}
          placeholder={t('failures.kind')}
          data={FAILURE_KINDS.map((value) => ({ value, label: t(`synclog.failureKind.${value}`) }))}
          value={search.kind ?? null}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        <Select
          size="xs"
          w={170}
          allowDeselect={false}
          aria-label={t('common.status')}
          data={[
            { value: '', label: t('failures.unresolved') },
            ...GROUP_STATES.map((value) => ({ value: value as string, label: t(`failures.state.${value}.label`) })),
            { value: 'any', label: t('failures.anyState') },
          ]}
          value={search.state ?? ''}
          onChange={(state) => change({ state: (state || undefined) as FailuresSearch['state'] })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.failures')}
        source={groups}
        columns={columns}
        rowId={(group) => group.id}
        onOpen={open}
        cursor={cursor}
        minWidth={1080}
        rowHeight={52}
        memory={`failures${JSON.stringify(search)}`}
        empty={
          isNarrowed(search) ? (
            <EmptyState icon={IconSearchOff} title={t('failures.emptyNarrowed')} hint={t('failures.emptyNarrowedHint')} />
          ) : (
            <EmptyState icon={IconMoodCheck} title={t('failures.empty')} hint={t('failures.emptyHint')} />
          )
        }
      />
    </Page>
  );
}
