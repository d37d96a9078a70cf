import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { ErrorNotice } from '../ui/ErrorNotice';

interface OwnPasswordFormProps<T> {
  submitLabel: string;
  color?: string;
  send: (password: string) => Promise<T>;
  onDone: (answer: T) => void;
}

/** Asks for the own password before something only the person may do. */
export function OwnPasswordForm<T>({ submitLabel, color, send, onDone }: OwnPasswordFormProps<T>) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { password: '' } });
  const sending = useMutation({ mutationFn: ({ password }: { password: string }) => send(password), onSuccess: onDone });
  const submit = form.onSubmit((values) => sending.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput label={t('session.currentPassword')} autoComplete="current-password" required withAsterisk={false} data-autofocus {...form.getInputProps('password')} />
        <ErrorNotice error={sending.error} />
        <Button type="submit" color={color} loading={sending.isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
