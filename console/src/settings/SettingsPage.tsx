import { Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GlobalPolicySection } from '../lifecycle/GlobalPolicySection';
import { ModulesSection } from '../modules/ModulesSection';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { KeysSection } from './KeysSection';
import { Tokens } from './Tokens';

export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.settings')} actions={<AuditLink />}>
      <div style={{ maxWidth: 880 }}>
        <ModulesSection />
        <GlobalPolicySection />
        <Tokens />
        <KeysSection />
        <Section title={t('signin.settings')} aside={<ButtonLink to="/settings/sign-in">{t('signin.openSettings')}</ButtonLink>}>
          <Text size="sm" c="dimmed">
            {t('signin.settingsHint')}
          </Text>
        </Section>
      </div>
    </Page>
  );
}

function AuditLink() {
  const { t } = useTranslation();
  return (
    <ButtonLink to="/settings/audit" variant="default" size="xs" leftSection={<IconListSearch size={15} />}>
      {t('nav.audit')}
    </ButtonLink>
  );
}
