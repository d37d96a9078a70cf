import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogEntry, TaskDetail, Try } from '../../api/tasks';
import { Section } from '../../ui/Section';
import { duration } from '../../ui/times';
import { TimeText } from '../../ui/TimeText';
import { eventLook } from './events';
import styles from './Record.module.css';
import { inOrder } from './steps';

/** First part: what happened, step by step, and how each try went. */
export function OperationLog({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t('synclog.record.log')} testId="operation-log">
      <ol className={styles.steps}>
        {inOrder(task.log).map((entry) => (
          <Step key={entry.id} entry={entry} />
        ))}
      </ol>
      {task.tries.length > 0 && <Tries tries={task.tries} />}
    </Section>
  );
}

function Step({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const [tone, Icon] = eventLook(entry.event);
  return (
    <li className={styles.step} data-event={entry.event}>
      <span className={styles.dot} style={{ color: `var(--mantine-color-${tone}-light-color)`, background: `var(--mantine-color-${tone}-light)` }}>
        <Icon size={13} stroke={2} aria-hidden />
      </span>
      <span>
        <b style={{ fontWeight: 550 }}>{t(`synclog.event.${entry.event}`, { defaultValue: entry.event })}</b>
        {entry.actor && ` · ${t('synclog.record.by', { name: entry.actor })}`}
        {entry.message && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {entry.message}
          </Text>
        )}
      </span>
      <Text span size="xs" c="dimmed">
        <TimeText at={entry.at} />
      </Text>
    </li>
  );
}

function Tries({ tries }: { tries: Try[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table} style={{ marginTop: 16 }} aria-label={t('synclog.record.triesTable')}>
      <thead>
        <tr>
          <th>{t('synclog.record.try')}</th>
          <th>{t('synclog.record.started')}</th>
          <th>{t('synclog.record.took')}</th>
          <th>{t('synclog.record.outcome')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {tries.map((one) => (
          <tr key={one.number}>
            <td>{one.number}</td>
            <td style={{ whiteSpace: 'nowrap' }}>
              <TimeText at={one.startedAt} />
            </td>
            <td style={{ whiteSpace: 'nowrap' }}>{one.durationMs === null ? '' : duration(one.durationMs)}</td>
            <td style={{ whiteSpace: 'nowrap' }}>
              {one.failureKind ? t(`synclog.failureKind.${one.failureKind}`) : t(`synclog.outcome.${one.outcome}`, { defaultValue: one.outcome })}
            </td>
            <td>
              {one.message}
              {!one.counted && <Text size="xs" c="dimmed">{t('synclog.record.notCounted')}</Text>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
