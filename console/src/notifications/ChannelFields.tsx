import { Group, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelBody } from '../api/notifications';
import { SecretField } from './SecretField';
import { SigningSecret } from './SigningSecret';

interface ChannelFieldsProps {
  body: ChannelBody;
  stored: Record<string, boolean>;
  onChange: (part: Partial<ChannelBody>) => void;
}

const SECURITIES = ['STARTTLS', 'TLS', 'NONE'] as const;
const FORMATS = ['CARD', 'TEXT'] as const;

/** The settings of each kind of channel. */
export function ChannelFields({ body, stored, onChange }: ChannelFieldsProps) {
  const { t } = useTranslation();
  const setting = (name: string) => ({
    value: body.settings[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const set = (name: string, value: string) => onChange({ settings: { ...body.settings, [name]: value } });
  const secret = (name: string) => ({
    stored: stored[name] === true,
    value: body.secrets[name],
    onChange: (value: string | null | undefined) => {
      const others = Object.fromEntries(Object.entries(body.secrets).filter(([other]) => other !== name));
      onChange({ secrets: value === undefined ? others : { ...others, [name]: value } });
    },
  });
  return (
    <Stack gap="sm">
      {body.kind === 'MAIL' && (
        <>
          <Group align="start" gap="sm">
            <TextInput required flex={1} miw={220} label={t('notifications.host')} placeholder="smtp.example.com" {...setting('host')} />
            <TextInput required w={90} label={t('notifications.port')} inputMode="numeric" {...setting('port')} />
            <Select
              w={230}
              label={t('notifications.security')}
              allowDeselect={false}
              data={SECURITIES.map((value) => ({ value, label: t(`notifications.securities.${value}`) }))}
              value={body.settings.security ?? 'STARTTLS'}
              onChange={(value) => value && set('security', value)}
            />
          </Group>
          <Group align="start" gap="sm" grow>
            <TextInput label={t('notifications.user')} autoComplete="off" {...setting('user')} />
            <SecretField label={t('notifications.password')} {...secret('password')} />
          </Group>
          <TextInput required label={t('notifications.fromAddress')} placeholder="Syncline <syncline@example.com>" {...setting('from')} />
          <TextInput required label={t('notifications.recipients')} description={t('notifications.recipientsHelp')} placeholder="ops@example.com, iam@example.com" {...setting('recipients')} />
        </>
      )}
      {body.kind === 'WEBHOOK' && (
        <>
          <TextInput required type="url" label={t('notifications.url')} placeholder="https://alerts.example.com/syncline" {...setting('url')} />
          <SigningSecret {...secret('signingSecret')} />
          <SecretField label={t('notifications.authorization')} description={t('notifications.authorizationHelp')} {...secret('authorization')} />
        </>
      )}
      {body.kind === 'FEISHU_BOT' && (
        <>
          <SecretField required label={t('notifications.botUrl')} description={t('notifications.botUrlHelp')} {...secret('url')} />
          <SecretField label={t('notifications.botSecret')} description={t('notifications.botSecretHelp')} {...secret('signingSecret')} />
          <Select
            w={220}
            label={t('notifications.format')}
            allowDeselect={false}
            data={FORMATS.map((value) => ({ value, label: t(`notifications.formats.${value}`) }))}
            value={body.settings.format ?? 'CARD'}
            onChange={(value) => value && set('format', value)}
          />
        </>
      )}
      <Textarea autosize minRows={1} maxRows={6} label={t('notifications.caCertificate')} description={t('notifications.caCertificateHelp')} {...setting('caCertificate')} />
    </Stack>
  );
}
