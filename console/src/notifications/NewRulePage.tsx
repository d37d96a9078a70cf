import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { PATHS, type Rule, type RuleBody } from '../api/notifications';
import { useChange } from '../api/one';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { newRule, RuleForm } from './RuleForm';

export function NewRulePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useChange(
    [PATHS.rules, PATHS.alerts],
    (body: RuleBody) => post<Rule>(PATHS.rules, body),
    () => void navigate({ to: '/notifications', search: { tab: 'rules' } }),
    () => t('common.saved'),
  );
  return (
    <Page
      title={t('notifications.newRule')}
      above={
        <TextLink to="/notifications" search={{ tab: 'rules' }}>
          {t('notifications.title')}
        </TextLink>
      }
    >
      <RuleForm start={newRule()} submitLabel={t('common.create')} busy={create.isPending} error={create.error} onSubmit={create.mutate} />
    </Page>
  );
}
