import { Button, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckBody, Kind, Remedy } from '../api/governance';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { DefinitionFields, startOf } from './DefinitionFields';
import { FAMILIES, type Family } from './families';
import { ScheduleFields } from './ScheduleFields';

interface CheckFormProps {
  family: Family;
  start: CheckBody;
  /** Whether it is there already: what it looks for and where stay as they are. */
  there: boolean;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  onSubmit: (body: CheckBody) => void;
}

export const newCheck = (family: Family): CheckBody => ({
  name: '',
  enabled: true,
  definition: startOf(FAMILIES[family].kinds[0] as Kind),
  action: 'NOTIFY',
  schedule: null,
  limits: { accounts: 500, percent: null },
});

/** A policy or rule: what it looks for, what is done about it, when, and when it stops by itself. */
export function CheckForm({ family, start, there, submitLabel, busy, error, onSubmit }: CheckFormProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState(start);
  const change = (part: Partial<CheckBody>) => setBody({ ...body, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(body);
  };
  const limit = (value: string | number) => (value === '' ? null : Number(value));
  return (
    <form onSubmit={submit} style={{ maxWidth: 780 }}>
      <Section title={t('governance.looksFor')}>
        <Stack gap="sm">
          <TextInput required label={t('common.name')} value={body.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          {family === 'account-policies' && (
            <ApplicationSelect required disabled={there} value={body.applicationId ?? null} onChange={(applicationId) => change({ applicationId: applicationId ?? undefined })} />
          )}
          <Select
            label={t('governance.kindLabel')}
            allowDeselect={false}
            disabled={there}
            data={FAMILIES[family].kinds.map((kind) => ({ value: kind, label: t(`governance.kind.${kind}`) }))}
            value={body.definition.kind}
            onChange={(kind) => change({ definition: startOf(kind as Kind) })}
          />
          <DefinitionFields value={body.definition} onChange={(definition) => change({ definition })} />
        </Stack>
      </Section>
      <Section title={t('governance.whatIsDone')}>
        <Stack gap="sm">
          <Select
            label={t('governance.action')}
            description={t(`governance.remedyHelp.${body.action}`)}
            allowDeselect={false}
            data={FAMILIES[family].remedies.map((value) => ({ value, label: t(`governance.remedy.${value}`) }))}
            value={body.action}
            onChange={(action) => change({ action: action as Remedy })}
          />
          <Group align="end" gap="sm">
            <NumberInput label={t('governance.mostAccounts')} description={t('governance.limitHelp')} w={240} min={0} value={body.limits.accounts ?? ''} onChange={(value) => change({ limits: { ...body.limits, accounts: limit(value) } })} />
            <NumberInput label={t('governance.mostPercent')} description={t('governance.limitHelp')} w={240} min={0} max={100} suffix=" %" value={body.limits.percent ?? ''} onChange={(value) => change({ limits: { ...body.limits, percent: limit(value) } })} />
          </Group>
        </Stack>
      </Section>
      <Section title={t('governance.when')}>
        <Stack gap="sm">
          <ScheduleFields value={body.schedule} onChange={(schedule) => change({ schedule })} />
          {body.schedule && <Switch label={t('governance.enabled')} checked={body.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />}
        </Stack>
      </Section>
      <ErrorNotice error={error} />
      <Button type="submit" loading={busy}>
        {submitLabel}
      </Button>
    </form>
  );
}
