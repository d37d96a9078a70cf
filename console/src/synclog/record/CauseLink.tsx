import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { TextLink } from '../../ui/links';

/** What made the record, and the batch it belongs to, each leading there. */
export function CauseLink({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { cause, batchId } = task;
  const ofBatch = batchId && (!cause || cause.id === batchId);
  // Records of one run of a policy or rule belong together, but the run is reached through the finding.
  const ofImport = batchId && cause?.type !== 'FINDING';
  return (
    <>
      {cause && !ofBatch && <Cause task={task} />}
      {cause && !ofBatch && ofImport && <br />}
      {ofImport && (
        <TextLink to="/imports/$batchId" params={{ batchId }}>
          {(ofBatch && cause?.name) || t('synclog.reference.batch')}
        </TextLink>
      )}
    </>
  );
}

type LinkOf = (id: string, name: string, task: TaskDetail) => ReactNode;

const toUser: LinkOf = (change, name, { user }) =>
  user ? (
    <TextLink to="/users/$userId" params={{ userId: user.id }} search={{ change }}>
      {name}
    </TextLink>
  ) : (
    name
  );

/** Where a reader finds what caused a task, by the type of the cause. */
const LINKS: Record<string, LinkOf> = {
  TASK: (taskId, name) => (
    <TextLink to="/log/$taskId" params={{ taskId }}>
      {name}
    </TextLink>
  ),
  USER_CHANGE: toUser,
  GLOBAL_POLICY: toUser,
  PROVISIONING_POLICY: (policyId, name) => (
    <TextLink to="/policies/$policyId" params={{ policyId }} search={{ tab: 'versions' }}>
      {name}
    </TextLink>
  ),
  ORGANIZATION_CHANGE: (_, name) => <TextLink to="/organizations">{name}</TextLink>,
  SYNCHRONIZATION: (applicationId, name) => (
    <TextLink to="/applications/$applicationId" params={{ applicationId }}>
      {name}
    </TextLink>
  ),
  ACCESS_REQUEST: (requestId, name) => (
    <TextLink to="/requests/$requestId" params={{ requestId }}>
      {name}
    </TextLink>
  ),
  ACCESS_RELEASE: (releaseId, name) => (
    <TextLink to="/requests/releases/$releaseId" params={{ releaseId }}>
      {name}
    </TextLink>
  ),
  EXPIRY: (expiryId, name) => (
    <TextLink to="/requests/expiries/$expiryId" params={{ expiryId }}>
      {name}
    </TextLink>
  ),
  FINDING: (findingId, name) => (
    <TextLink to="/governance/findings/$findingId" params={{ findingId }}>
      {name}
    </TextLink>
  ),
};

function Cause({ task }: { task: TaskDetail }) {
  const { cause } = task;
  const link = cause && LINKS[cause.type];
  return <>{link && cause.id ? link(cause.id, cause.name, task) : cause?.name}</>;
}
