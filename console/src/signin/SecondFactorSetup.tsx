import { Button, Center, Code, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Enrolment } from '../api/signin';
import { ErrorNotice } from '../ui/ErrorNotice';
import { OwnPasswordForm } from './OwnPasswordForm';
import { RecoveryCodes } from './RecoveryCodes';

/** The password again, the authenticator's first code, then the recovery codes. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) {
    return <RecoveryCodes codes={codes} onDone={onDone} />;
  }
  return enrolment ? (
    <FirstCode enrolment={enrolment} onDone={setCodes} />
  ) : (
    <OwnPasswordForm submitLabel={t('signin.begin')} send={(password) => post<Enrolment>('/session/second-factor', { password })} onDone={setEnrolment} />
  );
}

function FirstCode({ enrolment, onDone }: { enrolment: Enrolment; onDone: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => post<{ recoveryCodes: string[] }>('/session/second-factor/confirmation', body),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <form onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack gap="sm">
        <Text size="sm">{t('signin.scan')}</Text>
        <Center>
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrCode)}`} alt={t('signin.qrCode')} width={200} height={200} />
        </Center>
        <Text size="xs" c="dimmed">
          {t('signin.orType')}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }} data-testid="totp-secret">
          {enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Code>
        <TextInput label={t('signin.firstCode')} autoComplete="one-time-code" inputMode="numeric" required withAsterisk={false} data-autofocus {...form.getInputProps('code')} />
        <ErrorNotice error={confirm.error} />
        <Button type="submit" loading={confirm.isPending}>
          {t('signin.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
