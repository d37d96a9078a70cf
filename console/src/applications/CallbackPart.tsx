import { Button, Code, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Application } from '../api/directory';
import { CopyButton } from '../ui/CopyButton';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SecretOnce } from '../ui/Secret';
import type { PartProps } from './form';

const HOUR = 3600;

export function CallbackPart({ form, errors, onChange, application }: PartProps & { application?: Application }) {
  const { t } = useTranslation();
  const { callback } = form;
  return (
    <Stack gap="sm">
      <Switch
        label={t('applications.callbackEnabled')}
        description={t('applications.callbackHelp')}
        checked={callback.enabled}
        onChange={(event) => onChange({ callback: { ...callback, enabled: event.currentTarget.checked } })}
      />
      {callback.enabled && (
        <>
          <NumberInput
            maw={260}
            label={t('applications.deadline')}
            description={t('applications.deadlineHelp')}
            min={0.001}
            decimalScale={3}
            error={errors['callback.deadlineSeconds']}
            value={callback.deadlineSeconds / HOUR}
            onChange={(hours) => onChange({ callback: { ...callback, deadlineSeconds: Math.max(1, Math.round(Number(hours) * HOUR)) } })}
          />
          {application ? <Secret application={application} /> : <Text size="sm">{t('applications.callbackSecretLater')}</Text>}
        </>
      )}
    </Stack>
  );
}

/** The address the application calls, and the key it signs with (Standard Webhooks). */
function Secret({ application }: { application: Application }) {
  const { t } = useTranslation();
  const generate = useMutation({ mutationFn: () => post<{ secret: string }>(`/applications/${application.id}/callback-secret`) });
  const address = `${window.location.origin}/callbacks/${application.id}/{taskId}`;
  return (
    <Stack gap={8}>
      <Group gap={6}>
        <Text size="sm">{t('applications.callbackAddress')}</Text>
        <Code>{address}</Code>
        <CopyButton value={address} />
      </Group>
      <Group gap="sm">
        <Button variant="default" size="xs" leftSection={<IconKey size={14} />} loading={generate.isPending} onClick={() => generate.mutate()}>
          {t('applications.generateSecret')}
        </Button>
        <Text size="sm" c="dimmed">
          {t(application.callback.secretSet ? 'applications.callbackSecretSet' : 'applications.callbackSecretMissing')}
        </Text>
      </Group>
      <ErrorNotice error={generate.error} />
      {generate.data && <SecretOnce title={t('applications.secretOnce')} value={generate.data.secret} />}
    </Stack>
  );
}
