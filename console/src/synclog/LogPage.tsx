import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconArrowUp, IconKeyboard, IconMoodCheck, IconSearchOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskAction, TaskRow } from '../api/tasks';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { amount } from '../ui/format';
import { useRowKeys } from '../ui/useRowKeys';
import { columnsOf } from './columns';
import { FacetPanel } from './FacetPanel';
import { FilterBar } from './FilterBar';
import { ListOptions, useListOptions } from './ListOptions';
import styles from './Log.module.css';
import { LogHistogram } from './LogHistogram';
import { useFacets, useHistogram, useTasks } from './queries';
import { isNarrowed, stringified, taskQuery, widened, type LogSearch } from './search';
import { ShortcutHelp } from './ShortcutHelp';
import { useLive } from './useLive';

export function LogPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/log' });
  const navigate = useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  const [facetsShown, toggleFacets] = useFacetsShown();
  const options = useListOptions();
  const tasks = useTasks(search);
  const facets = useFacets(search);
  const histogram = useHistogram(search);
  const query = useMemo(() => taskQuery(search), [search]);
  const live = useLive(query);
  const columns = useMemo(() => columnsOf(t, options.hidden), [t, options.hidden]);

  const change = (next: LogSearch) => void navigate({ to: '/log', search: next, replace: true });
  const open = (task: TaskRow, show?: 'confirm' | 'retry') =>
    void navigate({ to: '/log/$taskId', params: { taskId: task.id }, search: show ? { show } : {} });
  const ifAllowed = (action: TaskAction, show: 'confirm' | 'retry') => (task: TaskRow) => task.actions.includes(action) && open(task, show);
  const { cursor } = useRowKeys({
    rows: tasks.rows,
    onOpen: open,
    keys: { c: ifAllowed('CONFIRM', 'confirm'), r: ifAllowed('RETRY', 'retry') },
    pageKeys: { '/': () => searchBox.current?.focus(), '?': openHelp, Escape: () => isNarrowed(search) && change(widened(search)) },
  });

  return (
    <Page title={t('nav.log')} subtitle={<Count facets={facets.data} search={search} />} fill>
      <div className={styles.split} data-facets={facetsShown}>
        {facetsShown && <FacetPanel facets={facets.data} search={search} onChange={change} />}
        <div className={styles.list}>
          <FilterBar search={search} facets={facets.data} onChange={change} searchRef={searchBox} facetsShown={facetsShown} onToggleFacets={toggleFacets}>
            <ListOptions options={options} />
            <Tooltip label={t('synclog.shortcuts')}>
              <ActionIcon variant="default" size={30} aria-label={t('synclog.shortcuts')} onClick={openHelp}>
                <IconKeyboard size={16} />
              </ActionIcon>
            </Tooltip>
          </FilterBar>
          {histogram.data && <LogHistogram data={histogram.data} onBrush={(from, to) => change({ ...search, from, to })} />}
          <DataTable
            label={t('nav.log')}
            source={tasks}
            columns={columns}
            rowId={(task) => task.id}
            onOpen={open}
            cursor={cursor}
            minWidth={1286}
            rowHeight={options.dense ? 32 : 40}
            empty={<Empty search={search} onChange={change} />}
            memory={`log${stringified(search)}`}
          />
          {live.fresh > 0 && (
            <Button className={styles.pill} radius="xl" size="xs" leftSection={<IconArrowUp size={14} />} onClick={live.show} data-testid="new-rows">
              {t('synclog.newRows', { count: live.fresh })}
            </Button>
          )}
        </div>
      </div>
      <ShortcutHelp opened={help} onClose={closeHelp} />
    </Page>
  );
}

/** The filters stand open where there is room for them, unless the reader chose otherwise. */
function useFacetsShown(): [boolean, () => void] {
  const roomy = useMediaQuery('(min-width: 1200px)', window.innerWidth >= 1200);
  const [chosen, setChosen] = useLocalStorage<boolean | null>({ key: 'syncline.facets', defaultValue: null, getInitialValueInEffect: false });
  const shown = chosen ?? roomy;
  return [shown, () => setChosen(!shown)];
}

function Count({ facets, search }: { facets: ReturnType<typeof useFacets>['data']; search: LogSearch }) {
  const { t } = useTranslation();
  if (!facets) {
    return <>&nbsp;</>;
  }
  const number = amount(facets.total);
  const count = facets.totalIsEstimate ? t('synclog.moreThan', { number }) : number;
  return <>{t(search.view ? 'synclog.countAll' : 'synclog.countAttention', { count: facets.total, number: count })}</>;
}

function Empty({ search, onChange }: { search: LogSearch; onChange: (search: LogSearch) => void }) {
  const { t } = useTranslation();
  if (isNarrowed(search)) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('synclog.emptyNarrowed')}
        hint={t('synclog.emptyNarrowedHint')}
        action={
          <Button variant="light" onClick={() => onChange(widened(search))}>
            {t('synclog.clearFilters')}
          </Button>
        }
      />
    );
  }
  if (search.view) {
    return <EmptyState title={t('synclog.emptyAll')} hint={t('synclog.emptyAllHint')} />;
  }
  return (
    <EmptyState
      icon={IconMoodCheck}
      title={t('synclog.emptyAttention')}
      hint={t('synclog.emptyAttentionHint')}
      action={
        <Button variant="light" onClick={() => onChange({ view: 'all' })}>
          {t('synclog.all')}
        </Button>
      }
    />
  );
}
