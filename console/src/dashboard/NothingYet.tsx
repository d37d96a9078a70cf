import { List } from '@mantine/core';
import { IconRocket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../rights/rights';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink, TextLink } from '../ui/links';

/** What to do first in a fresh installation. */
export function NothingYet() {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('ADMINISTER_APPLICATIONS')) {
    return <EmptyState icon={IconRocket} title={t('dashboard.empty')} hint={t('dashboard.emptyForReaders')} />;
  }
  return (
    <EmptyState
      icon={IconRocket}
      title={t('dashboard.empty')}
      hint={
        <List type="ordered" size="sm" spacing={4} ta="left" mt="xs">
          <List.Item>
            <TextLink to="/applications/new">{t('dashboard.first.application')}</TextLink> {t('dashboard.first.applicationHint')}
          </List.Item>
          <List.Item>
            <TextLink to="/users">{t('dashboard.first.users')}</TextLink> {t('dashboard.first.usersHint')}
          </List.Item>
          <List.Item>
            <TextLink to="/policies">{t('dashboard.first.policy')}</TextLink> {t('dashboard.first.policyHint')}
          </List.Item>
        </List>
      }
      action={
        <ButtonLink to="/applications/new" mt="sm">
          {t('dashboard.first.application')}
        </ButtonLink>
      }
    />
  );
}
