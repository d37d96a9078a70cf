import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PermissionRef, RetryPreview, TaskDetail } from '../../api/tasks';
import { attributesOf, permissionsOf, reasonIn } from '../record/evidence';
import { exchangesOf, firstLine, isRefusal } from '../record/exchanges';
import styles from '../record/Record.module.css';
import { ScrollBox } from '../../ui/ScrollBox';
import { isMasked, shownValue } from '../values';

/** What was sent and refused beside what a retry would send, value by value. */
export function RetryComparison({ task, preview }: { task: TaskDetail; preview: RetryPreview }) {
  const { t } = useTranslation();
  const refused = exchangesOf(task).findLast(({ response }) => response && isRefusal(response));
  const sent = new Map(attributesOf(task).map((row) => [row.name, row.sent ?? row.wanted]));
  const outcomes = new Map(permissionsOf(task).map((one) => [one.permission.id, one]));
  const { parameters, remoteId } = preview;
  const shown = (value: unknown) => (isMasked(value) ? `•••••••• ${t('synclog.record.masked')}` : value === null ? t('synclog.record.cleared') : shownValue(value));
  const outcome = ({ id }: PermissionRef) => {
    const found = outcomes.get(id);
    return found ? [t(`record.permission.${found.outcome}`), found.reason].filter(Boolean).join(': ') : '';
  };
  return (
    <ScrollBox className={styles.scrolled}>
      <table className={styles.table} data-testid="retry-comparison">
        <thead>
          <tr>
            <th>{t('synclog.difference.path')}</th>
            <th>{t('record.retry.failed')}</th>
            <th>{t('record.retry.now')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('record.retry.request')}</td>
            <td className={styles.mono}>{refused?.request ? firstLine(refused.request) : t('record.retry.nothingSent')}</td>
            <td>{remoteId ? <span className={styles.mono}>{remoteId}</span> : t('record.retry.byName', { name: parameters.name })}</td>
          </tr>
          {refused?.response && (
            <tr>
              <td>{t('synclog.record.response')}</td>
              <td>
                <span className={styles.removed}>{reasonIn(refused.response.status, refused.response.body)}</span>
              </td>
              <td />
            </tr>
          )}
          {Object.entries(parameters.attributes).map(([name, value]) => (
            <tr key={name}>
              <td className={styles.mono}>{name}</td>
              <td>{shown(sent.get(name))}</td>
              <td>{shown(value)}</td>
            </tr>
          ))}
          {[...parameters.bind, ...parameters.unbind].map((permission) => (
            <tr key={permission.id}>
              <td>{permission.name}</td>
              <td>{outcome(permission)}</td>
              <td>
                <span className={parameters.bind.includes(permission) ? styles.added : styles.removed}>
                  {t(parameters.bind.includes(permission) ? 'synclog.record.bind' : 'synclog.record.unbind')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.keys(parameters.attributes).length + parameters.bind.length + parameters.unbind.length === 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('record.retry.onlyTheAction', { action: t(`synclog.action.${task.action}`) })}
        </Text>
      )}
    </ScrollBox>
  );
}
