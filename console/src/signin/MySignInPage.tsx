import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '../session/PasswordForm';
import { sessionQuery } from '../session/session';
import { notify } from '../ui/notify';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { OwnSessions } from './OwnSessions';
import { SecondFactorSection } from './SecondFactorSection';

/** How one signs in oneself: password, second factor, and where one is signed in. */
export function MySignInPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  return (
    <Page title={t('signin.mine')}>
      <div style={{ maxWidth: 880 }}>
        {session?.kind === 'ADMINISTRATOR' && <SecondFactorSection />}
        <OwnSessions />
        <Section title={t('settings.changePassword')}>
          <div style={{ maxWidth: 360 }}>
            <PasswordForm onDone={() => notify.done(t('session.passwordChanged'))} />
          </div>
        </Section>
      </div>
    </Page>
  );
}
