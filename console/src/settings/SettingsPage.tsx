import { Group, Text } from '@mantine/core';
import { IconLink, IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FourEyesSection } from '../foureyes/FourEyesSection';
import { GlobalPolicySection } from '../lifecycle/GlobalPolicySection';
import { ModulesSection } from '../modules/ModulesSection';
import { May } from '../rights/May';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { KeysSection } from './KeysSection';
import { Tokens } from './Tokens';

export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('nav.settings')}
      actions={
        <May right="SEE_AUDIT">
          <AuditLinks />
        </May>
      }
    >
      <div style={{ maxWidth: 880 }}>
        <May right="ADMINISTER_ACCESS">
          <Section title={t('rights.people')} aside={<ButtonLink to="/settings/people" variant="default" size="xs">{t('rights.open')}</ButtonLink>}>
            <Text size="sm" c="dimmed">
              {t('rights.peopleHint')}
            </Text>
          </Section>
        </May>
        <May right="ADMINISTER_SETTINGS">
          <ModulesSection />
          <FourEyesSection />
          <KeysSection />
        </May>
        <May right="ADMINISTER_RETENTION">
          <Section title={t('settings.retention')} aside={<ButtonLink to="/settings/retention" variant="default" size="xs">{t('settings.openRetention')}</ButtonLink>}>
            <Text size="sm" c="dimmed">
              {t('settings.retentionHint')}
            </Text>
          </Section>
        </May>
        <May right="ADMINISTER_POLICIES">
          <GlobalPolicySection />
        </May>
        <May right="MAKE_TOKENS">
          <Tokens />
        </May>
        <May right="ADMINISTER_ACCESS">
          <Section title={t('signin.settings')} aside={<ButtonLink to="/settings/sign-in" variant="default" size="xs">{t('signin.openSettings')}</ButtonLink>}>
            <Text size="sm" c="dimmed">
              {t('signin.settingsHint')}
            </Text>
          </Section>
        </May>
      </div>
    </Page>
  );
}

function AuditLinks() {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <ButtonLink to="/settings/integrity" variant="default" size="xs" leftSection={<IconLink size={15} aria-hidden />}>
        {t('settings.integrity')}
      </ButtonLink>
      <ButtonLink to="/settings/audit" variant="default" size="xs" leftSection={<IconListSearch size={15} aria-hidden />}>
        {t('nav.audit')}
      </ButtonLink>
    </Group>
  );
}
