import { ActionIcon, Button, Popover, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Log.module.css';
import { COLUMN_IDS, type ColumnId, type LogSearch } from './search';

/** How the rows are drawn: kept for this browser. The columns of the address come before those the reader chose last. */
export function useListOptions(search: LogSearch) {
  const [chosen, setChosen] = useLocalStorage<ColumnId[]>({ key: 'syncline.log.columns', defaultValue: [...COLUMN_IDS], getInitialValueInEffect: false });
  const [dense, setDense] = useLocalStorage({ key: 'syncline.log.dense', defaultValue: false, getInitialValueInEffect: false });
  const known = chosen.filter((id) => COLUMN_IDS.includes(id));
  return { columns: search.columns ?? (known.length > 0 ? known : COLUMN_IDS), setChosen, dense, setDense };
}

interface ListOptionsProps {
  columns: readonly ColumnId[];
  onColumns: (columns: ColumnId[]) => void;
  dense: boolean;
  onDense: (dense: boolean) => void;
}

/** Which columns, in which order, and how high the rows are. */
export function ListOptions({ columns, onColumns, dense, onDense }: ListOptionsProps) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('synclog.columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('synclog.columns')}>
            <IconColumns size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('synclog.columns')}>
        <SegmentedControl
          fullWidth
          size="xs"
          mb="xs"
          aria-label={t('loglist.density.title')}
          value={dense ? 'dense' : 'roomy'}
          onChange={(value) => onDense(value === 'dense')}
          data={[
            { value: 'roomy', label: t('loglist.density.roomy') },
            { value: 'dense', label: t('loglist.density.dense') },
          ]}
        />
        {[...columns, ...COLUMN_IDS.filter((id) => !columns.includes(id))].map((id) => (
          <OneColumn key={id} id={id} columns={columns} onColumns={onColumns} />
        ))}
        <Button fullWidth variant="subtle" size="compact-xs" mt="xs" onClick={() => onColumns([...COLUMN_IDS])}>
          {t('loglist.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function OneColumn({ id, columns, onColumns }: { id: ColumnId } & Pick<ListOptionsProps, 'columns' | 'onColumns'>) {
  const { t } = useTranslation();
  const name = t(`synclog.column.${id}`);
  const at = columns.indexOf(id);
  const toggle = () => onColumns(at < 0 ? [...columns, id] : columns.filter((one) => one !== id));
  return (
    <div className={styles.columnChoice}>
      <label>
        <input type="checkbox" checked={at >= 0} disabled={at >= 0 && columns.length === 1} onChange={toggle} />
        <Text span size="sm">
          {name}
        </Text>
      </label>
      {at >= 0 && (
        <>
          <ActionIcon size="xs" variant="subtle" color="gray" disabled={at === 0} aria-label={t('loglist.columnUp', { name })} onClick={() => onColumns(moved(columns, at, at - 1))}>
            <IconArrowUp size={13} />
          </ActionIcon>
          <ActionIcon size="xs" variant="subtle" color="gray" disabled={at === columns.length - 1} aria-label={t('loglist.columnDown', { name })} onClick={() => onColumns(moved(columns, at, at + 1))}>
            <IconArrowDown size={13} />
          </ActionIcon>
        </>
      )}
    </div>
  );
}

function moved(columns: readonly ColumnId[], from: number, to: number): ColumnId[] {
  const next = [...columns];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
