import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RESOLVED_HOW, type Resolution, type TaskDetail } from '../../api/tasks';
import { list } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import { shownValue } from '../values';
import { codesOf } from './advice';
import { useResolutions } from './recordQueries';

/** Settlements told in full; of the others only their number. */
const TOLD = 4;

/** What this class of failure usually means, and how it was settled before. */
export function AdviceSection({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  if (!task.failureKind) {
    return null;
  }
  return (
    <Section title={t('advice.title')} testId="advice">
      <List size="sm" spacing={4}>
        {codesOf(task).map((code) => (
          <List.Item key={code} data-code={code}>
            {t(`advice.${code}`)}
          </List.Item>
        ))}
        <List.Item>{t(`synclog.failureHelp.${task.failureKind}`)}</List.Item>
      </List>
      <Before task={task} />
    </Section>
  );
}

function Before({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { data: resolutions } = useResolutions(task);
  if (!resolutions) {
    return null;
  }
  const counts = RESOLVED_HOW.flatMap((how) => {
    const count = resolutions.filter((one) => one.how === how).length;
    return count > 0 ? [t(`advice.count.${how}`, { count })] : [];
  });
  return (
    <div data-testid="resolutions">
      <Text size="sm" fw={550} mt="sm">
        {t('advice.before')}
        {counts.length > 0 && (
          <Text span size="sm" c="dimmed">
            {' · '}
            {list(counts)}
          </Text>
        )}
      </Text>
      {resolutions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('advice.noBefore')}
        </Text>
      )}
      <Stack gap={6} mt={4}>
        {resolutions.slice(0, TOLD).map((one) => (
          <ResolutionLine key={one.taskId} resolution={one} />
        ))}
      </Stack>
      {task.failureGroup && (
        <TextLink display="inline-block" mt={8} to="/failures/$groupId" params={{ groupId: task.failureGroup }}>
          {t('synclog.record.toGroup')}
        </TextLink>
      )}
    </div>
  );
}

function ResolutionLine({ resolution }: { resolution: Resolution }) {
  const { t } = useTranslation();
  const { taskId, objectName, how, by, reason, at, correction, difference } = resolution;
  return (
    <Text size="sm" component="div" data-how={how}>
      <TextLink underline="always" to="/log/$taskId" params={{ taskId: correction ?? taskId }}>
        {objectName}
      </TextLink>
      {': '}
      {t(`advice.how.${how}`, { name: by ?? t('synclog.somebody') })}
      {reason && ` “${reason}”`}{' '}
      <Text span size="xs" c="dimmed">
        <TimeText at={at} />
      </Text>
      {difference.slice(0, 3).map(({ path, before, after }) => (
        <Text key={path} size="xs" c="dimmed">
          {path}: {shownValue(before)} → {shownValue(after)}
        </Text>
      ))}
    </Text>
  );
}
