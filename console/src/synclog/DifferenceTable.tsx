import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Change } from '../api/tasks';
import styles from './record/Record.module.css';
import { isMasked, shownValue } from './values';

interface DifferenceTableProps {
  difference: Change[];
  /** Heads of the columns, where "before" and "after" do not say it. */
  beforeLabel?: string;
  afterLabel?: string;
}

export function DifferenceTable({ difference, beforeLabel, afterLabel }: DifferenceTableProps) {
  const { t } = useTranslation();
  if (difference.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('synclog.difference.none')}
      </Text>
    );
  }
  const shown = (value: unknown) => (isMasked(value) ? `•••••••• ${t('synclog.record.masked')}` : shownValue(value));
  return (
    <table className={styles.table} data-testid="difference">
      <thead>
        <tr>
          <th>{t('synclog.difference.path')}</th>
          <th>{beforeLabel ?? t('synclog.difference.before')}</th>
          <th>{afterLabel ?? t('synclog.difference.after')}</th>
        </tr>
      </thead>
      <tbody>
        {difference.map(({ path, before, after }, i) => (
          <tr key={`${path}:${i}`}>
            <td className={styles.mono}>{path}</td>
            <td>
              <span className={styles.removed}>{shown(before)}</span>
            </td>
            <td>
              <span className={styles.added}>{shown(after)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
