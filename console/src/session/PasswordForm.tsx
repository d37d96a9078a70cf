import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { ErrorNotice } from '../ui/ErrorNotice';
import { useChangePassword } from './session';

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: { repeated: (value, all) => (value === all.newPassword ? null : t('session.notTheSame')) },
  });
  const change = useChangePassword(() => {
    form.reset();
    onDone();
  });
  const submit = form.onSubmit(({ currentPassword, newPassword }) =>
    change.mutate({ currentPassword, newPassword }, { onError: (error) => form.setErrors(asProblem(error).byField()) }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput label={t('session.currentPassword')} autoComplete="current-password" required withAsterisk={false} {...form.getInputProps('currentPassword')} />
        <PasswordInput label={t('session.newPassword')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('newPassword')} />
        <PasswordInput label={t('session.repeatPassword')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('repeated')} />
        <ErrorNotice error={change.error} />
        <Button type="submit" loading={change.isPending} mt="xs">
          {t('settings.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
