import { Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarOff,
  IconCheck,
  IconFileImport,
  IconGavel,
  IconHandClick,
  IconHierarchy2,
  IconListDetails,
  IconMessageQuestion,
  IconRepeat,
  IconScale,
  IconSearch,
  IconSwitch3,
  IconUserEdit,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail, TrailKind, TrailStep } from '../../api/tasks';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import styles from './Record.module.css';
import { useTrail } from './recordQueries';
import { TrailLink } from './TrailLink';

const ICONS: Record<TrailKind, Icon> = {
  BATCH: IconFileImport,
  USER_CHANGE: IconUserEdit,
  PERMISSION_EDIT: IconUserEdit,
  ORGANIZATION_CHANGE: IconHierarchy2,
  GROUP_CHANGE: IconUsersGroup,
  SYNCHRONIZATION: IconSwitch3,
  POLICY_RUN: IconRepeat,
  POLICY_VERSION: IconScale,
  GLOBAL_POLICY: IconScale,
  REQUEST: IconMessageQuestion,
  APPROVAL: IconCheck,
  RELEASE: IconArrowBackUp,
  EXPIRY: IconCalendarOff,
  ACCOUNT_POLICY: IconScale,
  COMPLIANCE_RULE: IconScale,
  GOVERNANCE_RUN: IconRepeat,
  FINDING: IconSearch,
  DECISION: IconGavel,
  TASK: IconListDetails,
  BY_HAND: IconHandClick,
  OTHER: IconListDetails,
};

/** Their notes say what the name says already, or which page to open. */
const NOT_FOR_PEOPLE: TrailKind[] = ['POLICY_VERSION', 'GOVERNANCE_RUN'];

/** Why the record exists, from what happened first; each step leads to where it can be read. */
export function WhyTrail({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { data: steps = [], error } = useTrail(task.id);
  return (
    <Section title={t('trail.title')} testId="trail">
      <ErrorNotice error={error} />
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <StepLine key={i} step={step} />
        ))}
        <li className={styles.step} data-kind="THIS">
          <Dot icon={IconListDetails} />
          <Text size="sm" component="span" style={{ gridColumn: 'span 2' }}>
            <b>{t('trail.this')}</b>
            <Text size="xs" c="dimmed" component="div">
              {t(`synclog.source.${task.source}`)}
            </Text>
          </Text>
        </li>
      </ol>
    </Section>
  );
}

function StepLine({ step }: { step: TrailStep }) {
  const { t } = useTranslation();
  return (
    <li className={styles.step} data-kind={step.kind}>
      <Dot icon={ICONS[step.kind]} />
      <span style={{ gridColumn: 'span 2', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="xs" c="dimmed" component="div">
          {t(`trail.kind.${step.kind}`)}
        </Text>
        <TrailLink step={step} />
        <Text size="xs" c="dimmed" component="div">
          {step.actor && t('synclog.record.by', { name: step.actor })} {step.at && <TimeText at={step.at} />}
        </Text>
        {step.note && !NOT_FOR_PEOPLE.includes(step.kind) && (
          <Text size="xs" component="div" lineClamp={3}>
            “{step.note}”
          </Text>
        )}
      </span>
    </li>
  );
}

function Dot({ icon: Icon }: { icon: Icon }) {
  return (
    <span className={styles.dot} style={{ background: 'var(--sl-quiet)' }}>
      <Icon size={13} stroke={2} aria-hidden />
    </span>
  );
}
