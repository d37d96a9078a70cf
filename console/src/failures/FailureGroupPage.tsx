import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/failures';
import { oneQuery } from '../api/one';
import { TasksOf } from '../synclog/TasksOf';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Advice } from './Advice';
import styles from './Failures.module.css';
import { GroupActions } from './GroupActions';
import { GroupFacts } from './GroupFacts';
import { GroupTrend } from './GroupTrend';
import { Notes } from './Notes';
import { People } from './People';

/** One cause: what it says, whom it keeps from what, since when, and what is done about it. */
export function FailureGroupPage() {
  const { t } = useTranslation();
  const { groupId } = useParams({ from: '/inside/failures/$groupId' });
  const { data: group, error, refetch } = useQuery({ ...oneQuery<FailureGroup>('/failure-groups', groupId), refetchInterval: 10_000 });
  return (
    <Page
      title={group ? t('failures.titleOf', { kind: t(`synclog.failureKind.${group.kind}`), application: group.application.name }) : t('failures.one')}
      above={<TextLink to="/failures">{t('nav.failures')}</TextLink>}
      actions={group && <GroupActions group={group} />}
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {group && (
        <>
          <GroupFacts group={group} />
          <div className={styles.columns}>
            <div>
              <GroupTrend group={group} />
              <TasksOf query={{ failureGroup: group.id, status: 'FAILED' }} search={{ view: 'all', failureGroup: [group.id], status: ['FAILED'] }} />
              <People group={group} />
            </div>
            <div>
              <Advice group={group} />
              <Notes group={group} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
