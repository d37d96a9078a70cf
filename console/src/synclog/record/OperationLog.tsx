import { Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail, Try } from '../../api/tasks';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { duration } from '../../ui/times';
import { TimeText, useClock } from '../../ui/TimeText';
import { eventLook } from './events';
import styles from './Record.module.css';
import { heightOf, timelineOf, type Step, type Wait } from './timeline';

/** First part: what happened, step by step, how each try went, and what the time between was spent with. */
export function OperationLog({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  useClock();
  return (
    <Section title={t('synclog.record.log')} testId="operation-log">
      <ol className={styles.steps}>
        {timelineOf(task, new Date()).map((moment) =>
          moment.kind === 'step' ? <StepView key={moment.entry.id} step={moment} /> : <WaitView key={`wait${moment.key}`} wait={moment} />,
        )}
      </ol>
    </Section>
  );
}

function StepView({ step: { entry, attempt, status } }: { step: Step }) {
  const { t } = useTranslation();
  const [tone, Icon] = eventLook(entry.event);
  const said = typeof entry.detail?.targetSaid === 'string' ? entry.detail.targetSaid : undefined;
  return (
    <li className={styles.step} data-event={entry.event}>
      <span className={styles.dot} style={{ color: `var(--mantine-color-${tone}-light-color)`, background: `var(--mantine-color-${tone}-light)` }}>
        <Icon size={13} stroke={2} aria-hidden />
      </span>
      <span>
        <b style={{ fontWeight: 550 }}>{t(`synclog.event.${entry.event}`, { defaultValue: entry.event })}</b>
        {entry.actor && ` · ${t('synclog.record.by', { name: entry.actor })}`}
        {typeof entry.detail?.bulkRepair === 'string' && (
          <>
            {' · '}
            <TextLink to="/repairs/$repairId" params={{ repairId: entry.detail.bulkRepair }}>
              {t('repairs.partOf')}
            </TextLink>
          </>
        )}
        {attempt && <TryFacts attempt={attempt} status={status} />}
        {entry.message && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {entry.message}
          </Text>
        )}
        {said && (
          <Text size="sm" c="dimmed">
            {t(`record.targetSaid.${said}`, { defaultValue: said })}
          </Text>
        )}
      </span>
      <Text span size="xs" c="dimmed">
        <TimeText at={entry.at} />
      </Text>
    </li>
  );
}

/** "Try 2 · 340 ms · 503 · Unavailable" */
function TryFacts({ attempt, status }: { attempt: Try; status?: string }) {
  const { t } = useTranslation();
  const outcome = attempt.failureKind ? t(`synclog.failureKind.${attempt.failureKind}`) : t(`synclog.outcome.${attempt.outcome}`, { defaultValue: attempt.outcome });
  const facts = [
    t('record.tryNumber', { number: attempt.number }),
    attempt.durationMs !== null && duration(attempt.durationMs),
    status,
    outcome,
    !attempt.counted && t('synclog.record.notCounted'),
  ].filter(Boolean);
  return (
    <Text size="sm" c="dimmed" data-testid="try">
      {facts.join(' · ')}
    </Text>
  );
}

function WaitView({ wait }: { wait: Wait }) {
  const { t } = useTranslation();
  return (
    <li className={styles.wait} data-wait={wait.reason} data-now={wait.now} style={{ '--wait': `${heightOf(wait.ms)}px` } as CSSProperties}>
      <span className={styles.gap} aria-hidden />
      <Text size="xs" c="dimmed" component="div">
        <b>{duration(wait.ms)}</b> {t(`record.wait.${wait.reason}`)}
        {wait.until && (
          <>
            {' '}
            {t('record.wait.until')} <TimeText at={wait.until} as="local" />
          </>
        )}
        {wait.message && `: ${wait.message}`}
        {wait.task && (
          <>
            {' '}
            <TextLink size="xs" to="/log/$taskId" params={{ taskId: wait.task.id }}>
              {t('record.wait.task', { action: t(`synclog.action.${wait.task.action}`) })}
            </TextLink>
          </>
        )}
        {wait.now && ` · ${t('record.wait.now')}`}
      </Text>
    </li>
  );
}
