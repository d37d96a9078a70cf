import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconArrowUp, IconKeyboard } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskAction, TaskRow } from '../api/tasks';
import { useMay } from '../rights/rights';
import { DataTable, forgetPlace, leastWidth } from '../ui/DataTable';
import { Page } from '../ui/Page';
import { useClock } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { useSelection } from '../ui/useSelection';
import { BulkBar } from './BulkBar';
import { columnsOf } from './columns';
import { ExportMenu } from './export/ExportMenu';
import { FacetPanel } from './FacetPanel';
import type { LineHandle } from './filter/QueryLine';
import { FilterBar } from './FilterBar';
import { ListOptions, useListOptions } from './ListOptions';
import { LiveSwitch } from './LiveSwitch';
import styles from './Log.module.css';
import { Count, NothingThere } from './LogWords';
import { LogHistogram } from './LogHistogram';
import { useFacets, useHistogram, useTasks } from './queries';
import { isNarrowed, orderOf, stringified, widened, type ColumnId, type LogSearch } from './search';
import { ShortcutHelp } from './ShortcutHelp';
import { useBulk } from './useBulk';
import { useLive } from './useLive';
import { ViewTabs } from './views/ViewTabs';

export function LogPage() {
  const { t } = useTranslation();
  const { style } = useClock();
  // Rows are chosen to be repaired, and for nothing else.
  const mayChoose = useMay()('BULK_REPAIR');
  const search = useSearch({ from: '/inside/log' });
  const navigate = useNavigate();
  const line = useRef<LineHandle>(null);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  const [asking, setAsking] = useState(false);
  const [paused, setPaused] = useState(false);
  const [facetsShown, toggleFacets] = useFacetsShown();
  const options = useListOptions(search);
  const tasks = useTasks(search);
  const facets = useFacets(search);
  const histogram = useHistogram(search);
  const of = stringified(search);
  const memory = `log${of}`;
  const ids = useMemo(() => tasks.rows.map(({ id }) => id), [tasks.rows]);
  const selection = useSelection(ids, of);
  const chosen = selection.everything || selection.ids.size > 0;
  const live = useLive(search, paused || chosen || help || asking);
  const bulk = useBulk(search, selection);

  /** Other filters are another view of the same page; a stretch of time is a step one may want to go back from. */
  const change = (next: LogSearch, step = false) => void navigate({ to: '/log', search: { ...next, view: next.view ?? 'attention' }, replace: !step });
  const turn = () => change({ ...search, order: orderOf(search) === 'oldest' ? 'newest' : 'oldest' });
  const columns = useMemo(
    () => columnsOf(t, options.columns, style, { direction: orderOf(search) === 'oldest' ? 'ascending' : 'descending', turn }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what turns the order round follows from the search
    [t, options.columns, style, of, search.columns],
  );
  const choose = (ids: ColumnId[]) => {
    options.setChosen(ids);
    if (search.columns) {
      change({ ...search, columns: ids });
    }
  };
  const open = (task: TaskRow, show?: 'confirm' | 'retry') =>
    void navigate({ to: '/log/$taskId', params: { taskId: task.id }, search: show ? { show } : {} });
  const act = (action: Extract<TaskAction, 'CONFIRM' | 'RETRY'>, show: 'confirm' | 'retry') => (task: TaskRow) =>
    chosen ? bulk.plan(action) : task.actions.includes(action) && open(task, show);
  const { cursor } = useRowKeys({
    rows: tasks.rows,
    rowId: (task) => task.id,
    memory,
    onOpen: open,
    keys: {
      c: act('CONFIRM', 'confirm'),
      r: act('RETRY', 'retry'),
      x: (_, index) => mayChoose && selection.toggle(index),
      X: (_, index) => mayChoose && selection.toggle(index, true),
    },
    pageKeys: {
      '/': () => line.current?.begin(),
      '?': openHelp,
      Escape: () => (chosen ? selection.clear() : isNarrowed(search) && change(widened(search))),
    },
  });
  const showNew = async () => {
    forgetPlace(memory);
    await live.show();
    document.querySelector('[role=grid]')?.parentElement?.scrollTo({ top: 0 });
  };

  return (
    <Page
      title={t('nav.log')}
      subtitle={
        <>
          <LiveSwitch state={live.state} byHand={paused} onToggle={() => setPaused(!paused)} />
          <Count facets={facets.data} search={search} />
        </>
      }
      actions={<ExportMenu search={search} facets={facets.data} />}
      fill
    >
      <ViewTabs search={search} columns={options.columns} onDialog={setAsking} />
      <div className={styles.split} data-facets={facetsShown}>
        {facetsShown && <FacetPanel facets={facets.data} search={search} onChange={change} />}
        <div className={styles.list}>
          <FilterBar search={search} facets={facets.data} onChange={change} lineRef={line} facetsShown={facetsShown} onToggleFacets={toggleFacets}>
            <ListOptions columns={options.columns} onColumns={choose} dense={options.dense} onDense={options.setDense} />
            <Tooltip label={t('synclog.shortcuts')}>
              <ActionIcon variant="default" size={30} aria-label={t('synclog.shortcuts')} onClick={openHelp}>
                <IconKeyboard size={16} />
              </ActionIcon>
            </Tooltip>
          </FilterBar>
          <LogHistogram data={histogram.data} onBrush={(from, to) => change({ ...search, from, to }, true)} />
          <DataTable
            label={t('nav.log')}
            source={tasks}
            columns={columns}
            rowId={(task) => task.id}
            onOpen={open}
            cursor={cursor}
            minWidth={leastWidth(columns, true)}
            rowHeight={options.dense ? 32 : 40}
            empty={<NothingThere search={search} onChange={change} />}
            memory={memory}
            selection={mayChoose ? { ...selection, name: (task) => `${t(`synclog.action.${task.action}`)} ${task.object.name}` } : undefined}
          />
          {live.unseen > 0 && !chosen && (
            <Button className={styles.pill} radius="xl" size="xs" leftSection={<IconArrowUp size={14} />} onClick={() => void showNew()} data-testid="new-rows">
              {t(live.more ? 'loglist.newOrMore' : 'synclog.newRows', { count: live.unseen })}
            </Button>
          )}
          {chosen && <BulkBar selection={selection} rows={tasks.rows.filter(({ id }) => selection.has(id))} facets={facets.data} busy={bulk.isPending} onAct={bulk.plan} />}
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
