import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LookAndLanguage } from '../shell/Preferences';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PasswordForm } from './PasswordForm';
import { sessionQuery, useSignIn } from './session';

export function SignInPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('session.signIn')} · Syncline`);
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const { history } = useRouter();
  const { data: session } = useQuery(sessionQuery);
  // Only an address of this console is followed.
  const goOn = () => (to?.startsWith('/') && !to.startsWith('//') ? history.push(to) : void navigate({ to: '/' }));
  return (
    <Center h="100%" p="md" component="main">
      <Paper withBorder p="xl" w={400} radius="lg">
        <Stack gap="lg">
          <Stack gap={6} align="center">
            <img src="/favicon.svg" alt="" width={44} height={44} />
            <Title order={1} size={20}>
              {session?.mustChangePassword ? t('session.newPasswordTitle') : t('session.signInTitle')}
            </Title>
            <Text size="sm" c="dimmed" ta="center">
              {session?.mustChangePassword ? t('session.mustChange') : t('session.signInHint')}
            </Text>
          </Stack>
          {session?.mustChangePassword ? (
            <PasswordForm onDone={goOn} />
          ) : (
            <SignInForm onDone={(mustChange) => !mustChange && goOn()} />
          )}
          <LookAndLanguage />
        </Stack>
      </Paper>
    </Center>
  );
}

function SignInForm({ onDone }: { onDone: (mustChangePassword: boolean) => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { userName: '', password: '' } });
  const signIn = useSignIn((session) => onDone(session.mustChangePassword));
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={t('session.userName')} autoComplete="username" autoFocus required withAsterisk={false} {...form.getInputProps('userName')} />
        <PasswordInput label={t('session.password')} autoComplete="current-password" required withAsterisk={false} {...form.getInputProps('password')} />
        <ErrorNotice error={signIn.error} />
        <Button type="submit" loading={signIn.isPending} fullWidth mt="xs">
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
