import { Alert, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { AccessRequest, RequestTask } from '../api/access';
import type { TaskAction } from '../api/tasks';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { list } from '../ui/format';
import { RequestStateBadge } from './RequestStateBadge';
import { RequestSteps } from './RequestSteps';
import { RequestTimeline } from './RequestTimeline';
import { Until } from './Until';
import { byApplication, itemWords } from './words';

interface RequestDetailProps {
  request: AccessRequest;
  /** How a task is named for this reader: administrators get a link to the record. */
  taskName: (task: RequestTask, words: string) => ReactNode;
}

/** Everything about one request. */
export function RequestDetail({ request, taskName }: RequestDetailProps) {
  const { t } = useTranslation();
  return (
    <>
      <Alert icon={<IconInfoCircle />} color={request.state === 'FAILED' || request.state === 'REJECTED' ? 'red' : 'blue'} mb="md" role="status">
        <Group gap="sm">
          <RequestStateBadge state={request.state} />
          <Text size="sm" data-testid="request-message">
            {request.message}
          </Text>
        </Group>
      </Alert>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title={t('requests.what')}>
          <Stack gap="md">
            {byApplication(request.items).map(([application, items]) => (
              <div key={application}>
                <Text size="sm" fw={600}>
                  {application}
                </Text>
                <Text size="sm">{list(items.map((item) => itemWords(item, t)))}</Text>
              </div>
            ))}
            <Facts
              facts={[
                [t('requests.kindOf'), t(`requests.kind.${request.kind}`)],
                [t('requests.for'), request.beneficiary.name],
                [t('requests.askedBy'), request.requester.name],
                [t('common.reason'), request.reason],
                [t('requests.howLong'), <Until key="u" request={request} />],
                [t('requests.submitted'), <TimeText key="s" at={request.submittedAt} />],
              ]}
            />
          </Stack>
        </Section>
        <Section title={t('requests.steps')}>
          <RequestSteps steps={request.steps ?? []} />
        </Section>
      </SimpleGrid>
      {(request.tasks?.length ?? 0) > 0 && (
        <Section title={t('requests.tasks')} testId="request-tasks">
          <Stack gap={6}>
            {request.tasks?.map((task) => (
              <Text key={task.id} size="sm" component="div">
                {taskName(task, t(`synclog.action.${task.action as TaskAction}`, { defaultValue: task.action }) + ' · ' + task.objectName + ' · ' + task.applicationName)}
                {' — '}
                {t(`synclog.status.${task.status}.label`, { defaultValue: task.status, name: '' })}
                {task.failureMessage && `: ${task.failureMessage}`}
              </Text>
            ))}
          </Stack>
        </Section>
      )}
      <Section title={t('requests.timeline')}>
        <RequestTimeline events={request.events ?? []} />
      </Section>
    </>
  );
}
