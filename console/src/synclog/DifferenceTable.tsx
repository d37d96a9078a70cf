import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Change } from '../api/tasks';
import styles from './record/Record.module.css';
import { shownValue } from './values';

export function DifferenceTable({ difference }: { difference: Change[] }) {
  const { t } = useTranslation();
  if (difference.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('synclog.difference.none')}
      </Text>
    );
  }
  return (
    <table className={styles.table} data-testid="difference">
      <thead>
        <tr>
          <th>{t('synclog.difference.path')}</th>
          <th>{t('synclog.difference.before')}</th>
          <th>{t('synclog.difference.after')}</th>
        </tr>
      </thead>
      <tbody>
        {difference.map(({ path, before, after }) => (
          <tr key={path}>
            <td className={styles.mono}>{path}</td>
            <td>
              <span className={styles.removed}>{shownValue(before)}</span>
            </td>
            <td>
              <span className={styles.added}>{shownValue(after)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
