import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './DataTable';
import styles from './DataTable.module.css';
import type { Selection } from './useSelection';

/** How rows are chosen, and what a row is called to who cannot see it. */
export interface RowSelection<T> extends Pick<Selection, 'has' | 'toggle' | 'toggleAll'> {
  name: (row: T) => string;
}

export const SELECT_WIDTH = '18px';

interface SelectAllProps<T> {
  rows: T[];
  rowId: (row: T) => string;
  selection: RowSelection<T>;
}

export function SelectAll<T>({ rows, rowId, selection }: SelectAllProps<T>) {
  const { t } = useTranslation();
  const chosen = rows.filter((row) => selection.has(rowId(row))).length;
  return (
    <div className={styles.select} role="columnheader">
      <label>
        <input
          type="checkbox"
          aria-label={t('common.selectAll')}
          checked={chosen > 0 && chosen === rows.length}
          disabled={rows.length === 0}
          ref={(box) => {
            if (box) {
              box.indeterminate = chosen > 0 && chosen < rows.length;
            }
          }}
          onChange={selection.toggleAll}
        />
      </label>
    </div>
  );
}

interface SelectRowProps<T> {
  row: T;
  index: number;
  id: string;
  selection: RowSelection<T>;
}

/** The whole cell is the box, so that it is easily hit. With Shift all rows since the last one are chosen. */
export function SelectRow<T>({ row, index, id, selection }: SelectRowProps<T>) {
  const { t } = useTranslation();
  return (
    <div className={styles.select} role="gridcell" data-column="select">
      <label onMouseDown={(event) => event.shiftKey && event.preventDefault()}>
        <input
          type="checkbox"
          aria-label={t('common.selectRow', { name: selection.name(row) })}
          checked={selection.has(id)}
          onChange={(event) => selection.toggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
    </div>
  );
}

export function ColumnHead({ column }: { column: Pick<Column<never>, 'header' | 'pinned' | 'sort'> }) {
  const { header, pinned, sort } = column;
  const Arrow = sort?.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <div className={`${styles.cell} ${pinned ? styles.pinned : ''}`} role="columnheader" aria-sort={sort?.direction}>
      {sort ? (
        <UnstyledButton className={styles.sort} onClick={sort.turn}>
          {header}
          <Arrow size={13} aria-hidden />
        </UnstyledButton>
      ) : (
        header
      )}
    </div>
  );
}
