import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import type { Right } from './rights';

export function Forbidden({ right }: { right: Right }) {
  const { t } = useTranslation();
  return (
    <Page title={t('rights.forbidden')}>
      <EmptyState icon={IconLock} title={t('rights.forbiddenTitle')} hint={t('rights.forbiddenHint', { right: t(`rights.of.${right}`) })} />
    </Page>
  );
}
