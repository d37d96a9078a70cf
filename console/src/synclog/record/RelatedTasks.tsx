import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RelatedTask, Relation, TaskDetail } from '../../api/tasks';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import { StatusBadge } from '../StatusBadge';

const ORDER: Relation[] = ['SUPERSEDED_BY', 'SUPERSEDES', 'WAITED_FOR', 'WAITS_FOR_THIS', 'EARLIER', 'LATER', 'SAME_BATCH'];

/** Other records that have to do with this one, by how they are related. */
export function RelatedTasks({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const groups = ORDER.map((relation) => ({ relation, tasks: task.related.filter((one) => one.relation === relation) }));
  const all = (
    <TextLink to="/log" search={{ view: 'all', account: [task.object.id] }}>
      {t('synclog.record.allOfObject')}
    </TextLink>
  );
  return (
    <Section title={t('synclog.record.related')} aside={all} testId="related">
      {task.related.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('synclog.record.noRelated')}
        </Text>
      )}
      <Stack gap="sm">
        {groups
          .filter(({ tasks }) => tasks.length > 0)
          .map(({ relation, tasks }) => (
            <div key={relation}>
              <Text size="xs" c="dimmed" fw={600} mb={4}>
                {t(`synclog.relation.${relation}`)}
              </Text>
              <Stack gap={4}>
                {tasks.map((one) => (
                  <RelatedLine key={one.id} task={one} />
                ))}
              </Stack>
            </div>
          ))}
      </Stack>
    </Section>
  );
}

function RelatedLine({ task }: { task: RelatedTask }) {
  const { t } = useTranslation();
  const struck = task.status === 'SUPERSEDED' ? 'line-through' : undefined;
  return (
    <Group gap={8} wrap="nowrap" justify="space-between">
      <TextLink to="/log/$taskId" params={{ taskId: task.id }} td={struck}>
        {t(`synclog.action.${task.action}`)}
      </TextLink>
      <span style={{ minWidth: 0, display: 'flex' }}>
        <StatusBadge task={task} />
      </span>
      <Text size="xs" c="dimmed">
        <TimeText at={task.openedAt} />
      </Text>
    </Group>
  );
}
