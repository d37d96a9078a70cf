import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemoteState } from '../../api/directory';
import type { TaskDetail } from '../../api/tasks';
import { ScrollBox } from '../../ui/ScrollBox';
import { isMasked, shownValue } from '../values';
import { alike, attributesOf, type AttributeEvidence } from './evidence';
import { isHidden } from './personal';
import styles from './Record.module.css';
import { useTarget } from './recordQueries';

type Column = 'before' | 'wanted' | 'sent' | 'after' | 'now';

interface Row extends AttributeEvidence {
  now: unknown;
}

/**
 * Each attribute as it was wanted, as it was sent, and as the target had it before and after, as far as the record tells; on request also as
 * the target has it now. What was so already is left out until it is asked for.
 */
export function EvidenceTable({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState(false);
  const target = useTarget(task.id, asked);
  const rows = attributesOf(task).map((row): Row => ({ ...row, now: target.data?.attributes?.[row.name] }));
  const columns = (['before', 'wanted', 'sent', 'after', 'now'] as const).filter((column) =>
    column === 'now' ? target.data?.state === 'FOUND' : column === 'wanted' || rows.some((row) => row[column] !== undefined),
  );
  const unchanged = rows.filter((row) => row.before !== undefined && alike(row.before, row.wanted) && (row.now === undefined || alike(row.now, row.wanted)));
  const shown = all ? rows : rows.filter((row) => !unchanged.includes(row));
  return (
    <>
      <ScrollBox className={styles.wide}>
        <table className={styles.table} data-testid="evidence">
          <thead>
            <tr>
              <th>{t('synclog.record.attribute')}</th>
              {columns.map((column) => (
                <th key={column}>{t(`record.evidence.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{t('common.name')}</td>
              {columns.map((column) => (
                <td key={column}>{column === 'wanted' ? task.parameters.name : ''}</td>
              ))}
            </tr>
            {shown.map((row) => (
              <tr key={row.name} data-attribute={row.name}>
                <td className={styles.mono}>{row.name}</td>
                {columns.map((column) => (
                  <td key={column} data-column={column}>
                    <Cell row={row} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Group gap="xs" mt={8}>
        {unchanged.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
            {all ? t('record.evidence.hideUnchanged') : t('record.evidence.showUnchanged', { count: unchanged.length })}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" leftSection={<IconRefresh size={13} />} loading={target.isFetching} onClick={() => (asked ? void target.refetch() : setAsked(true))}>
          {t('record.evidence.look', { application: task.application.name })}
        </Button>
      </Group>
      {asked && <Found state={target.data} error={target.error} application={task.application.name} />}
    </>
  );
}

/** Beside what was wanted: a tick where it is the same, the value where it differs. */
function Cell({ row, column }: { row: Row; column: Column }) {
  const { t } = useTranslation();
  const value = row[column];
  if (column === 'wanted') {
    return <Value value={value} />;
  }
  if (value === undefined) {
    return <Text span size="sm" c="dimmed">—</Text>;
  }
  if (column === 'before') {
    return <Value value={value} className={alike(value, row.wanted) ? undefined : styles.removed} />;
  }
  return alike(value, row.wanted) && !isMasked(value) ? (
    <Text span size="sm" c="dimmed" title={shownValue(value)}>
      <IconCheck size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t('record.evidence.same')}
    </Text>
  ) : (
    <Value value={value} className={styles.added} />
  );
}

function Value({ value, className }: { value: unknown; className?: string }) {
  const { t } = useTranslation();
  if (isMasked(value)) {
    return <span className={styles.masked}>•••••••• {t('synclog.record.masked')}</span>;
  }
  if (isHidden(value) || (Array.isArray(value) && value.some(isHidden))) {
    return <span className={styles.masked}>•••••••• {t('record.personal.hidden')}</span>;
  }
  return value === null ? (
    <Text span size="sm" c="dimmed">
      {t('synclog.record.cleared')}
    </Text>
  ) : (
    <span className={className}>{shownValue(value)}</span>
  );
}

function Found({ state, error, application }: { state: RemoteState | undefined; error: unknown; application: string }) {
  const { t } = useTranslation();
  if ((!state && !error) || state?.state === 'FOUND') {
    return null;
  }
  return (
    <Alert mt={8} p="xs" color="gray" title={t(`synclog.target.${state?.state ?? 'UNKNOWN'}`, { application })}>
      {state?.message ?? (error instanceof Error ? error.message : null)}
    </Alert>
  );
}
