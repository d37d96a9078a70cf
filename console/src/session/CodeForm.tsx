import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { ErrorNotice } from '../ui/ErrorNotice';

/** The second half of a sign-in. */
export function CodeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { code: '' } });
  const send = useMutation({ mutationFn: (body: { code: string }) => post('/session/code', body), onSuccess: onDone, onError: () => form.reset() });
  return (
    <form onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={t('signin.code')} description={t('signin.codeHelp')} autoComplete="one-time-code" autoFocus required withAsterisk={false} {...form.getInputProps('code')} />
        <ErrorNotice error={send.error} />
        <Button type="submit" loading={send.isPending} fullWidth mt="xs">
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
