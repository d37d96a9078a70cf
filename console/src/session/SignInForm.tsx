import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/ErrorNotice';
import { useSignIn } from './session';

export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { userName: '', password: '' } });
  const signIn = useSignIn(onDone);
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
