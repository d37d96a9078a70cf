import { useTranslation } from 'react-i18next';
import type { TrailStep } from '../../api/tasks';
import { TextLink } from '../../ui/links';

/** The step's name, leading to where it can be read; the name alone where nothing more is kept of it. */
export function TrailLink({ step }: { step: TrailStep }) {
  const { t } = useTranslation();
  const name = step.kind === 'POLICY_RUN' ? t(`policies.runReason.${step.name}`, { defaultValue: step.name ?? '' }) : step.name;
  return <Linked step={step} name={name ?? t(`trail.kind.${step.kind}`)} />;
}

function Linked({ step: { kind, id, within, note }, name }: { step: TrailStep; name: string }) {
  switch (kind) {
    case 'BATCH':
      return id ? <TextLink to="/imports/$batchId" params={{ batchId: id }}>{name}</TextLink> : name;
    case 'USER_CHANGE':
    case 'PERMISSION_EDIT':
      return id && within ? <TextLink to="/users/$userId" params={{ userId: within }} search={{ change: id }}>{name}</TextLink> : name;
    case 'ORGANIZATION_CHANGE':
      return id ? <TextLink to="/organizations/$organizationId" params={{ organizationId: id }}>{name}</TextLink> : name;
    case 'GROUP_CHANGE':
      return id ? <TextLink to="/groups/$groupId" params={{ groupId: id }}>{name}</TextLink> : name;
    case 'SYNCHRONIZATION':
      return id ? <TextLink to="/applications/$applicationId" params={{ applicationId: id }}>{name}</TextLink> : name;
    case 'POLICY_RUN':
      return within ? <TextLink to="/policies/$policyId" params={{ policyId: within }} search={{ tab: 'runs' }}>{name}</TextLink> : name;
    case 'POLICY_VERSION':
      return id ? <TextLink to="/policies/$policyId" params={{ policyId: id }} search={{ tab: 'versions' }}>{name}</TextLink> : name;
    case 'GLOBAL_POLICY':
      return <TextLink to="/settings">{name}</TextLink>;
    case 'REQUEST':
    case 'APPROVAL':
      return id ? <TextLink to="/requests/$requestId" params={{ requestId: id }}>{name}</TextLink> : name;
    case 'RELEASE':
      return id ? <TextLink to="/requests/releases/$releaseId" params={{ releaseId: id }}>{name}</TextLink> : name;
    case 'EXPIRY':
      return id ? <TextLink to="/requests/expiries/$expiryId" params={{ expiryId: id }}>{name}</TextLink> : name;
    case 'ACCOUNT_POLICY':
      return id ? <TextLink to="/governance/$family/$checkId" params={{ family: 'account-policies', checkId: id }}>{name}</TextLink> : name;
    case 'COMPLIANCE_RULE':
      return id ? <TextLink to="/governance/$family/$checkId" params={{ family: 'compliance', checkId: id }}>{name}</TextLink> : name;
    case 'GOVERNANCE_RUN':
      return id ? <TextLink to="/governance/$family/runs/$runId" params={{ family: note === 'ACCOUNT_POLICY' ? 'account-policies' : 'compliance', runId: id }}>{name}</TextLink> : name;
    case 'FINDING':
    case 'DECISION':
      return id ? <TextLink to="/governance/findings/$findingId" params={{ findingId: id }}>{name}</TextLink> : name;
    case 'TASK':
      return id ? <TextLink to="/log/$taskId" params={{ taskId: id }}>{name}</TextLink> : name;
    case 'BY_HAND':
    case 'OTHER':
      return name;
  }
}
