import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Policy, PolicyDraft } from '../api/policies';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { NEW_POLICY } from './policies';
import { PolicyEditor } from './PolicyEditor';

export function NewPolicyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useChange(
    ['/policies'],
    (draft: PolicyDraft) => post<Policy>('/policies', draft),
    (policy) => void navigate({ to: '/policies/$policyId', params: { policyId: policy.id }, search: { tab: policy.enabled ? 'runs' : undefined } }),
  );
  return (
    <Page title={t('policies.create')} subtitle={t('policies.createHint')} above={<TextLink to="/policies">{t('nav.policies')}</TextLink>}>
      <PolicyEditor initial={NEW_POLICY} save={save} />
    </Page>
  );
}
