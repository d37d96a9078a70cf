import type { Column } from './DataTable';
import styles from './PlainTable.module.css';
import { ScrollBox } from './ScrollBox';

interface PlainTableProps<T> {
  rows: T[];
  columns: Column<T>[];
  rowId: (row: T) => string;
  onOpen?: (row: T) => void;
}

/** A short list inside a page; the page scrolls, the table does not. */
export function PlainTable<T>({ rows, columns, rowId, onOpen }: PlainTableProps<T>) {
  return (
    <ScrollBox>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id}>{column.header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowId(row)}
              data-testid="row"
              data-id={rowId(row)}
              onClick={(event) => !(event.target as Element).closest('a, button, input') && onOpen?.(row)}
              style={{ cursor: onOpen ? 'pointer' : undefined }}
            >
              {columns.map((column) => (
                <td key={column.id} data-column={column.id}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
