import { Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { CodeDifference } from '../../ui/code/CodeDifference';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import { difference } from '../difference';
import { DifferenceTable } from '../DifferenceTable';
import { taskQueryOptions } from '../queries';
import type { Comparison } from '../recordSearch';
import { attemptBefore, conversationOf, type Conversation } from './comparison';
import styles from './Record.module.css';
import { useCounterparts } from './recordQueries';

/** This record held against its previous try, or against one that went well. */
export function CompareSection({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { compare, show } = useSearch({ from: '/inside/log/$taskId' });
  const before = attemptBefore(task);
  const choices: Comparison[] = [...(before === undefined ? [] : ['attempt' as const]), 'object', 'kind'];
  const choose = (next: string) => void navigate({ to: '/log/$taskId', params: { taskId: task.id }, search: { show, compare: next === 'none' ? undefined : (next as Comparison) }, replace: true });
  const value = compare && choices.includes(compare) ? compare : 'none';
  return (
    <Section title={t('record.compare.title')} testId="compare">
      <SegmentedControl
        size="xs"
        className={styles.choices}
        aria-label={t('record.compare.title')}
        value={value}
        onChange={choose}
        data={['none', ...choices].map((choice) => ({ value: choice, label: t(`record.compare.${choice}`) }))}
      />
      {value === 'attempt' && before !== undefined && <Wires before={conversationOf(task, before)} after={conversationOf(task)} name={t('record.tryNumber', { number: before })} />}
      {(value === 'object' || value === 'kind') && <WithSuccess key={value} task={task} which={value === 'object' ? 'sameObject' : 'sameKind'} />}
    </Section>
  );
}

function WithSuccess({ task, which }: { task: TaskDetail; which: 'sameObject' | 'sameKind' }) {
  const { t } = useTranslation();
  const counterparts = useCounterparts(task.id, true);
  const found = counterparts.data?.[which];
  const other = useQuery({ ...taskQueryOptions(found?.id ?? ''), enabled: Boolean(found) });
  if (counterparts.data && !found) {
    return (
      <Text size="sm" c="dimmed" mt="sm" data-testid="no-counterpart">
        {t(`record.compare.${which}None`)}
      </Text>
    );
  }
  if (!found || !other.data) {
    return counterparts.error || other.error ? <ErrorNotice error={counterparts.error ?? other.error} /> : <Skeleton h={120} mt="sm" />;
  }
  const name = `${t(`synclog.action.${found.action}`)} ${found.objectName}`;
  return (
    <>
      <Text size="sm" my="sm" component="div">
        <TextLink to="/log/$taskId" params={{ taskId: found.id }}>
          {name}
        </TextLink>{' '}
        <TimeText at={found.settledAt} />
      </Text>
      <Text size="sm" fw={550} mb={4}>
        {t('record.compare.parameters')}
      </Text>
      <DifferenceTable difference={difference(other.data.parameters, task.parameters)} beforeLabel={name} afterLabel={t('record.compare.this')} />
      <Wires before={conversationOf(other.data)} after={conversationOf(task)} name={name} />
    </>
  );
}

/** Left what it is held against, right this record. */
function Wires({ before, after, name }: { before: Conversation; after: Conversation; name: string }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 899px)', window.innerWidth < 900);
  return (['requests', 'responses'] as const).map((way) => (
    <div key={way} style={{ marginTop: 14 }} data-testid={`compare-${way}`}>
      <Text size="sm" fw={550} mb={4}>
        {t(`record.compare.${way}`)}
      </Text>
      {!narrow && (
        <Group gap={0} grow mb={2}>
          <Text size="xs" c="dimmed">{name}</Text>
          <Text size="xs" c="dimmed">{t('record.compare.this')}</Text>
        </Group>
      )}
      {before[way] === after[way] ? (
        <Text size="sm" c="dimmed">
          {t('record.compare.same')}
        </Text>
      ) : (
        <CodeDifference
          before={before[way]}
          after={after[way]}
          beforeLabel={`${t(`record.compare.${way}`)}: ${name}`}
          afterLabel={`${t(`record.compare.${way}`)}: ${t('record.compare.this')}`}
          unchanged={t('record.compare.unchanged')}
          narrow={narrow}
        />
      )}
    </div>
  ));
}
