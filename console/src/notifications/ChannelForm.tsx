import { Button, Radio, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNEL_KINDS, type ChannelBody, type ChannelKind } from '../api/notifications';
import { LANGUAGE_CODES, LANGUAGES } from '../locales/languages';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { ChannelFields } from './ChannelFields';

interface ChannelFormProps {
  start: ChannelBody;
  /** Which secrets are stored, when it is there already. */
  stored?: Record<string, boolean>;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  onSubmit: (body: ChannelBody) => void;
}

const SETTINGS: Record<ChannelKind, Record<string, string>> = {
  MAIL: { port: '587', security: 'STARTTLS' },
  WEBHOOK: {},
  FEISHU_BOT: { format: 'CARD' },
};

export const newChannel = (language: string): ChannelBody => ({ name: '', kind: 'MAIL', enabled: true, language, settings: SETTINGS.MAIL, secrets: {} });

/** A channel: how messages travel, where to, and in which language. */
export function ChannelForm({ start, stored, submitLabel, busy, error, onSubmit }: ChannelFormProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState(start);
  const change = (part: Partial<ChannelBody>) => setBody({ ...body, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(body);
  };
  return (
    <form onSubmit={submit} style={{ maxWidth: 720 }}>
      <Section title={t('notifications.channel')}>
        <Stack gap="md">
          <TextInput required label={t('common.name')} value={body.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          {stored === undefined && (
            <Radio.Group
              label={t('notifications.kindLabel')}
              description={t(`notifications.kindHelp.${body.kind}`)}
              value={body.kind}
              onChange={(kind) => change({ kind: kind as ChannelKind, settings: SETTINGS[kind as ChannelKind], secrets: {} })}
            >
              <Group mt={6} gap="lg">
                {CHANNEL_KINDS.map((kind) => (
                  <Radio key={kind} value={kind} label={t(`notifications.kind.${kind}`)} />
                ))}
              </Group>
            </Radio.Group>
          )}
          <ChannelFields body={body} stored={stored ?? {}} onChange={change} />
          <Select
            label={t('notifications.language')}
            w={220}
            allowDeselect={false}
            data={LANGUAGE_CODES.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
            value={body.language}
            onChange={(language) => language && change({ language })}
          />
          <Switch label={t('notifications.channelOn')} description={t('notifications.channelOnHelp')} checked={body.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
        </Stack>
      </Section>
      <ErrorNotice error={error} />
      <Button type="submit" loading={busy}>
        {submitLabel}
      </Button>
    </form>
  );
}
