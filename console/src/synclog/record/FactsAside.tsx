import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { CopyButton } from '../../ui/CopyButton';
import { Facts } from '../../ui/Facts';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';

/** Who, what, where and why, each leading further. */
export function FactsAside({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t('synclog.record.facts')} testId="facts">
      <Facts
        facts={[
          [t('synclog.column.application'), <ApplicationLink key="a" task={task} />],
          [t(`synclog.objectType.${task.objectType}`), <ObjectLink key="o" task={task} />],
          [t('synclog.record.user'), task.user && <UserLink key="u" user={task.user} />],
          [t('synclog.record.remoteId'), task.remoteId],
          [t('synclog.column.action'), t(`synclog.action.${task.action}`)],
          [t('synclog.column.source'), t(`synclog.source.${task.source}`)],
          [t('synclog.column.initiator'), `${task.initiator.name} (${t(`synclog.initiatorKind.${task.initiator.kind}`, { defaultValue: task.initiator.kind })})`],
          [t('synclog.record.priority'), t(`synclog.priority.${task.priority}`)],
          [t('synclog.record.opened'), <TimeText key="t" at={task.openedAt} />],
          [t('synclog.record.settled'), task.settledAt && <TimeText key="s" at={task.settledAt} />],
          [
            t('synclog.record.id'),
            <span key="i">
              {task.id} <CopyButton value={task.id} />
            </span>,
          ],
        ]}
      />
    </Section>
  );
}

function ApplicationLink({ task }: { task: TaskDetail }) {
  return (
    <TextLink to="/applications/$applicationId" params={{ applicationId: task.application.id }}>
      {task.application.name}
    </TextLink>
  );
}

function ObjectLink({ task }: { task: TaskDetail }) {
  if (task.objectType !== 'ACCOUNT') {
    return <>{task.object.name}</>;
  }
  return (
    <TextLink to="/accounts/$accountId" params={{ accountId: task.object.id }}>
      {task.object.name}
    </TextLink>
  );
}

function UserLink({ user }: { user: { id: string; name: string } }) {
  return (
    <TextLink to="/users/$userId" params={{ userId: user.id }}>
      {user.name}
    </TextLink>
  );
}
