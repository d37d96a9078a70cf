import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Check, CheckBody } from '../api/governance';
import { useChange } from '../api/one';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { CheckForm, newCheck } from './CheckForm';
import { FAMILIES, familyOf, pathsOf } from './families';

export function NewCheckPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const family = familyOf(useParams({ from: '/inside/governance/$family/new' }).family);
  const create = useChange(
    pathsOf(family),
    (body: CheckBody) => post<Check>(FAMILIES[family].checks, body),
    (check) => void navigate({ to: '/governance/$family/$checkId', params: { family, checkId: check.id } }),
  );
  return (
    <Page
      title={t(`governance.${family}.new`)}
      above={<TextLink to={family === 'account-policies' ? '/governance/account-policies' : '/governance/compliance'}>{t(`governance.${family}.title`)}</TextLink>}
    >
      <CheckForm family={family} start={newCheck(family)} there={false} submitLabel={t('common.create')} busy={create.isPending} error={create.error} onSubmit={create.mutate} />
    </Page>
  );
}
