import { Button, CloseButton, Paper, Text } from '@mantine/core';
import { IconBan, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { REPAIR_ACTIONS, type RepairAction } from '../api/repairs';
import type { Facets, TaskRow } from '../api/tasks';
import { useMay } from '../rights/rights';
import { amount } from '../ui/format';
import type { Selection } from '../ui/useSelection';
import { countOf } from './counts';
import styles from './Log.module.css';

const ICONS = { RETRY: IconRefresh, CONFIRM: IconUserCheck, CANCEL: IconBan } as const;

interface BulkBarProps {
  selection: Selection;
  /** The chosen ones among the rows that were read. */
  rows: TaskRow[];
  facets: Facets | undefined;
  busy: boolean;
  onAct: (action: RepairAction) => void;
}

/** Stands over the end of the list while rows are chosen. What is done with them is first shown as a plan with its counts. */
export function BulkBar({ selection, rows, facets, busy, onAct }: BulkBarProps) {
  const { t } = useTranslation();
  const count = selection.everything ? countOf(t, facets?.total ?? 0) : amount(selection.ids.size);
  const may = useMay();
  const allowed = (action: RepairAction) => may(action) && (selection.everything || rows.some((row) => row.actions.includes(action)));
  return (
    <Paper className={styles.bulk} role="toolbar" aria-label={t('loglist.bulk.title')} shadow="md" withBorder data-testid="bulk-bar">
      <Text size="sm" fw={550} aria-live="polite">
        {t(selection.everything ? 'loglist.bulk.everything' : 'loglist.bulk.selected', { count: selection.ids.size, number: count })}
      </Text>
      {!selection.everything && (
        <Button size="compact-sm" variant="subtle" onClick={selection.takeEverything}>
          {t('loglist.bulk.takeEverything', { number: countOf(t, facets?.total ?? 0) })}
        </Button>
      )}
      <span className={styles.apart} />
      {REPAIR_ACTIONS.map((action) => {
        const Icon = ICONS[action];
        return (
          <Button
            key={action}
            size="compact-sm"
            variant={action === 'CANCEL' ? 'subtle' : 'light'}
            color={action === 'CANCEL' ? 'red' : undefined}
            leftSection={<Icon size={14} />}
            disabled={busy || !allowed(action)}
            onClick={() => onAct(action)}
          >
            {t(`loglist.bulk.${action}`)}
          </Button>
        );
      })}
      <CloseButton size="sm" aria-label={t('loglist.bulk.clear')} onClick={selection.clear} />
    </Paper>
  );
}
