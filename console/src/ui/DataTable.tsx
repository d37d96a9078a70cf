import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DataTable.module.css';
import { ErrorNotice } from './ErrorNotice';
import { ColumnHead, SelectAll, SelectRow, SELECT_WIDTH, type RowSelection } from './TableParts';

export interface Column<T> {
  id: string;
  header: string;
  /** A track of CSS grid: "120px", "minmax(160px, 1fr)". */
  width: string;
  cell: (row: T) => ReactNode;
  /** Stays in sight at the right edge. */
  pinned?: boolean;
  /** The list is ordered by this column; its header turns the order round. */
  sort?: { direction: 'ascending' | 'descending'; turn: () => void };
}

/** What the table needs to know of a keyset-paged list. */
export interface Source<T> {
  rows: T[];
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface DataTableProps<T> {
  label: string;
  source: Source<T>;
  columns: Column<T>[];
  rowId: (row: T) => string;
  onOpen?: (row: T) => void;
  /** Index of the row the keyboard is at. */
  cursor?: number;
  /** Pixels below which the table scrolls sideways. */
  minWidth?: number;
  rowHeight?: number;
  empty: ReactNode;
  /** Where the list stood is remembered under this name until the page is loaded anew. */
  memory?: string;
  /** Rows can be chosen. */
  selection?: RowSelection<T>;
}

const places = new Map<string, number>();

/** The list that is remembered under this name begins at its top when it is shown next. */
export const forgetPlace = (memory: string) => places.delete(memory);

/** A long list: only the rows in sight are in the document, further ones are fetched before the end is reached. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, source, columns, rowId, onOpen, cursor, minWidth = 0, rowHeight = 38, empty, memory, selection } = props;
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = source;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stands above the rows and scrolls with them.
    scrollPaddingEnd: HEAD,
    initialOffset: memory ? (places.get(memory) ?? 0) : 0,
    initialRect: { width: 1024, height: 768 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 15) {
      void fetchNextPage();
    }
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  useEffect(() => {
    if (cursor !== undefined && cursor >= 0) {
      virtual.scrollToIndex(cursor, { align: 'auto' });
    }
  }, [cursor, virtual]);

  const widths = columns.map((column) => column.width);
  const tracks = { gridTemplateColumns: [...(selection ? [SELECT_WIDTH] : []), ...widths].join(' '), minWidth };
  const open = (event: MouseEvent, row: T) => {
    // A click on a control of the row, or the end of a text selection, is not meant for the row.
    const onControl = (event.target as Element).closest('a, button, input, label, [role=menuitem]');
    if (!onControl && !window.getSelection()?.toString()) {
      onOpen?.(row);
    }
  };

  return (
    <div ref={box} className={styles.box} onScroll={() => memory && places.set(memory, box.current?.scrollTop ?? 0)}>
      <div
        className={styles.grid}
        role="grid"
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={cursor !== undefined && shown.some(({ index }) => index === cursor) ? `${id}-${cursor}` : undefined}
        tabIndex={0}
      >
        <div role="rowgroup" className={styles.headGroup}>
          <div className={`${styles.row} ${styles.head}`} role="row" aria-rowindex={1} style={tracks}>
            {selection && <SelectAll rows={rows} rowId={rowId} selection={selection} />}
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </div>
        </div>
        <div className={styles.body} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
          {shown.map((item) => {
            const row = rows[item.index] as T;
            return (
              <div
                key={rowId(row)}
                id={`${id}-${item.index}`}
                className={`${styles.row} ${onOpen ? styles.openable : ''}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selection?.has(rowId(row))}
                data-testid="row"
                data-id={rowId(row)}
                data-cursor={item.index === cursor}
                style={{ ...tracks, height: rowHeight, transform: `translateY(${item.start}px)` }}
                onClick={(event) => open(event, row)}
              >
                {selection && <SelectRow row={row} index={item.index} id={rowId(row)} selection={selection} />}
                {columns.map((column) => (
                  <div key={column.id} className={`${styles.cell} ${column.pinned ? styles.pinned : ''}`} role="gridcell" data-column={column.id}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <ErrorNotice error={rows.length === 0 && source.error} onRetry={() => void source.refetch()} />
      {source.isPending && !source.error && <Waiting height={rowHeight} />}
      {!source.isPending && !source.error && rows.length === 0 && empty}
      {isFetchingNextPage && <div className={styles.foot}>{t('common.loadingMore')}</div>}
    </div>
  );
}

/** What the columns need at least, in pixels: below it the table scrolls sideways. */
export function leastWidth(columns: readonly Column<never>[], selectable = false): number {
  const widths = columns.map(({ width }) => Number(/\d+(?=px)/.exec(width)?.[0] ?? 0));
  return widths.reduce((sum, width) => sum + width + GAP, selectable ? parseInt(SELECT_WIDTH) + GAP : 0) - GAP + 2 * EDGE;
}

const HEAD = 34;
const GAP = 12;
const EDGE = 14;

function Waiting({ height }: { height: number }) {
  return (
    <div aria-busy="true" style={{ padding: 14 }}>
      {Array.from({ length: 8 }, (_, i) => (
        <Skeleton key={i} height={12} mb={height - 12} width={`${92 - ((i * 13) % 30)}%`} />
      ))}
    </div>
  );
}
