import { useTranslation } from 'react-i18next';
import { GlobalPolicySection } from '../lifecycle/GlobalPolicySection';
import { ModulesSection } from '../modules/ModulesSection';
import { PasswordForm } from '../session/PasswordForm';
import { notify } from '../ui/notify';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { Tokens } from './Tokens';

export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.settings')}>
      <div style={{ maxWidth: 880 }}>
        <ModulesSection />
        <GlobalPolicySection />
        <Tokens />
        <Section title={t('settings.changePassword')}>
          <div style={{ maxWidth: 360 }}>
            <PasswordForm onDone={() => notify.done(t('session.passwordChanged'))} />
          </div>
        </Section>
      </div>
    </Page>
  );
}
