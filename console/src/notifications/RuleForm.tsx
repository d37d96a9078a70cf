import { Button, Group, MultiSelect, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { Page } from '../api/list';
import { CONDITION_KINDS, PATHS, SEVERITIES, type Channel, type ConditionKind, type RuleBody, type Severity } from '../api/notifications';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Section } from '../ui/Section';
import { ApplicationsSelect } from './ApplicationsSelect';
import { ConditionFields, startOf } from './ConditionFields';
import { HoursFields } from './HoursFields';
import { RulePreview } from './RulePreview';
import { SpanField } from './SpanField';

interface RuleFormProps {
  start: RuleBody;
  /** Names of the applications it is about, when it is there already: then what it watches stays what it is. */
  there?: { id: string; name: string }[];
  submitLabel: string;
  busy: boolean;
  error: unknown;
  onSubmit: (body: RuleBody) => void;
}

export const newRule = (): RuleBody => ({
  name: '',
  enabled: true,
  condition: startOf('FAILURE_SHARE'),
  applicationIds: [],
  severity: 'WARNING',
  channelIds: [],
  repeatMinutes: 240,
  tellWhenOver: true,
  withNames: false,
  quiet: null,
});

/** A rule: what it watches and where, what it would say now, whom it tells and how often. */
export function RuleForm({ start, there, submitLabel, busy, error, onSubmit }: RuleFormProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState(start);
  const change = (part: Partial<RuleBody>) => setBody({ ...body, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(body);
  };
  const watch = (kind: ConditionKind) => change({ condition: startOf(kind), ...(kind === 'RUN_HELD' ? { applicationIds: [] } : {}) });
  return (
    <form onSubmit={submit} style={{ maxWidth: 820 }}>
      <Section title={t('notifications.watches')}>
        <Stack gap="md">
          <TextInput required label={t('common.name')} value={body.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          <Select
            label={t('notifications.conditionLabel')}
            description={t(`notifications.conditionHelp.${body.condition.kind}`)}
            allowDeselect={false}
            disabled={there !== undefined}
            data={CONDITION_KINDS.map((kind) => ({ value: kind, label: t(`notifications.condition.${kind}`) }))}
            value={body.condition.kind}
            onChange={(kind) => watch(kind as ConditionKind)}
          />
          <ConditionFields value={body.condition} onChange={(condition) => change({ condition })} />
          {body.condition.kind !== 'RUN_HELD' && <ApplicationsSelect value={body.applicationIds} known={there ?? []} onChange={(applicationIds) => change({ applicationIds })} />}
          <RulePreview body={body} />
        </Stack>
      </Section>
      <Section title={t('notifications.whom')}>
        <Stack gap="md">
          <ChannelsField value={body.channelIds} onChange={(channelIds) => change({ channelIds })} />
          <Radio.Group label={t('notifications.severityLabel')} value={body.severity} onChange={(severity) => change({ severity: severity as Severity })}>
            <Group mt={6} gap="lg">
              {SEVERITIES.map((severity) => (
                <Radio key={severity} value={severity} label={t(`notifications.severity.${severity}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Switch label={t('notifications.repeat')} description={t('notifications.repeatHelp')} checked={body.repeatMinutes !== null} onChange={(event) => change({ repeatMinutes: event.currentTarget.checked ? 240 : null })} />
          {body.repeatMinutes !== null && <SpanField label={t('notifications.repeatAfter')} least={5} value={body.repeatMinutes} onChange={(repeatMinutes) => change({ repeatMinutes })} />}
          <Switch label={t('notifications.tellWhenOver')} description={t('notifications.tellWhenOverHelp')} checked={body.tellWhenOver} onChange={(event) => change({ tellWhenOver: event.currentTarget.checked })} />
          <Switch label={t('notifications.withNames')} description={t('notifications.withNamesHelp')} checked={body.withNames} onChange={(event) => change({ withNames: event.currentTarget.checked })} />
          <HoursFields label={t('notifications.quiet')} description={t('notifications.quietHelp')} start={{ from: '20:00', to: '07:00', days: [] }} value={body.quiet} onChange={(quiet) => change({ quiet })} />
          <Switch label={t('notifications.enabled')} checked={body.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
        </Stack>
      </Section>
      <ErrorNotice error={error} />
      <Button type="submit" loading={busy}>
        {submitLabel}
      </Button>
    </form>
  );
}

function ChannelsField({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: [PATHS.channels, 'choices'], queryFn: ({ signal }) => get<Page<Channel>>(PATHS.channels, { limit: 200 }, signal) });
  const none = data?.items.length === 0;
  return (
    <>
      <MultiSelect
        required
        searchable
        hidePickedOptions
        label={t('notifications.channels')}
        placeholder={value.length === 0 ? t('notifications.chooseChannels') : undefined}
        data={(data?.items ?? []).map(({ id, name, enabled }) => ({ value: id, label: enabled ? name : t('notifications.nameOff', { name }) }))}
        value={value}
        onChange={onChange}
      />
      {none && <TextLink to="/notifications/channels/new">{t('notifications.channelFirst')}</TextLink>}
    </>
  );
}
