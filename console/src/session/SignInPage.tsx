import { Alert, Button, Center, Divider, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { address, get } from '../api/client';
import { REFUSALS, type Refusal, type SignInStep } from '../api/signin';
import { LookAndLanguage } from '../shell/Preferences';
import { SecondFactorSetup } from '../signin/SecondFactorSetup';
import { CodeForm } from './CodeForm';
import { PasswordForm } from './PasswordForm';
import { sessionQuery, useSignOut } from './session';
import { SignInForm } from './SignInForm';

const TITLES: Record<SignInStep, [title: string, hint: string]> = {
  NONE: ['session.signInTitle', 'session.signInHint'],
  CODE: ['signin.codeTitle', 'signin.codeHint'],
  PASSWORD: ['session.newPasswordTitle', 'session.mustChange'],
  SECOND_FACTOR: ['signin.setUpTitle', 'signin.setUpHint'],
};

/** One step after the other: name and password, then what the server asks for until it asks for nothing more. */
export function SignInPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('session.signIn')} · Syncline`);
  const { data: session } = useQuery(sessionQuery);
  const step = session?.step ?? 'NONE';
  const [title, hint] = TITLES[step];
  return (
    <Center mih="100%" p="md" component="main">
      <Paper withBorder p="xl" w={400} radius="lg">
        <Stack gap="lg">
          <Stack gap={6} align="center">
            <img src="/favicon.svg" alt="" width={44} height={44} />
            <Title order={1} size={20} ta="center">
              {t(title)}
            </Title>
            <Text size="sm" c="dimmed" ta="center">
              {t(hint)}
            </Text>
          </Stack>
          <Step step={step} />
          <LookAndLanguage />
        </Stack>
      </Paper>
    </Center>
  );
}

function Step({ step }: { step: SignInStep }) {
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const { history } = useRouter();
  const queries = useQueryClient();
  // Only an address of this console is followed.
  const goOn = () => (to?.startsWith('/') && !to.startsWith('//') ? history.push(to) : void navigate({ to: '/' }));
  const next = async () => {
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session?.step === 'NONE') {
      goOn();
    }
  };
  switch (step) {
    case 'NONE':
      return (
        <>
          <Refused />
          <SignInForm onDone={() => void next()} />
          <Elsewhere to={to} />
        </>
      );
    case 'CODE':
      return (
        <>
          <CodeForm onDone={() => void next()} />
          <StartAgain />
        </>
      );
    case 'PASSWORD':
      return <PasswordForm onDone={() => void next()} />;
    case 'SECOND_FACTOR':
      return (
        <>
          <SecondFactorSetup onDone={() => void next()} />
          <StartAgain />
        </>
      );
  }
}

/** The identity provider, where there is one. */
function Elsewhere({ to }: { to: string | undefined }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['/sign-in/openid'], queryFn: ({ signal }) => get<{ name: string | null }>('/sign-in/openid', {}, signal) });
  return data?.name ? (
    <>
      <Divider label={t('signin.or')} />
      <Button component="a" variant="default" href={address('/sign-in/openid/start', { to })} data-testid="openid">
        {t('signin.signInWith', { name: data.name })}
      </Button>
    </>
  ) : null;
}

function Refused() {
  const { t } = useTranslation();
  const { refused } = useSearch({ from: '/sign-in' });
  return REFUSALS.includes(refused as Refusal) ? (
    <Alert color="red" title={t('signin.refusedTitle')} role="alert">
      {t(`signin.refused.${refused}`)}
    </Alert>
  ) : null;
}

function StartAgain() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Button variant="subtle" color="gray" size="xs" loading={signOut.isPending} onClick={() => signOut.mutate()}>
      {t('signin.startAgain')}
    </Button>
  );
}
