import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { OpenIdSettings, SignInPolicy } from '../api/signin';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import { OpenIdForm } from './OpenIdForm';
import { PolicyForm } from './PolicyForm';

/** How people sign in: what is asked of passwords and sessions, and the identity provider. */
export function SignInSettingsPage() {
  const { t } = useTranslation();
  const policy = useQuery({ queryKey: ['/sign-in/policy'], queryFn: ({ signal }) => get<SignInPolicy>('/sign-in/policy', {}, signal) });
  const provider = useQuery({ queryKey: ['/sign-in/openid/settings'], queryFn: ({ signal }) => get<OpenIdSettings>('/sign-in/openid/settings', {}, signal) });
  return (
    <Page title={t('signin.settings')} above={<TextLink to="/settings">{t('nav.settings')}</TextLink>}>
      <div style={{ maxWidth: 880 }}>
        <Section title={t('signin.policy')} testId="sign-in-policy">
          <ErrorNotice error={policy.error} onRetry={() => void policy.refetch()} />
          {policy.data && (
            <SteadyForm read={policy.data} stamp={policy.data.version}>
              {(begun) => <PolicyForm policy={begun} />}
            </SteadyForm>
          )}
        </Section>
        <Section title={t('signin.provider')} testId="openid-settings">
          <ErrorNotice error={provider.error} onRetry={() => void provider.refetch()} />
          {provider.data && (
            <SteadyForm read={provider.data} stamp={provider.data.version}>
              {(begun) => <OpenIdForm settings={begun} />}
            </SteadyForm>
          )}
        </Section>
      </div>
    </Page>
  );
}
