import { Button, Checkbox, Group, Radio, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationAccess } from '../api/access';
import { get, put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { usePermissions } from '../permissions/permissions';
import { Editable } from '../rights/Editable';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import { PeopleSelect } from './PeopleSelect';
import { NEW_STEP, StepsEditor } from './StepsEditor';

/** Who owns an application, what can be asked for, who approves it, and how access ends. */
export function ApplicationAccessPanel({ applicationId }: { applicationId: string }) {
  const path = `/applications/${applicationId}/access`;
  const { data, error } = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<ApplicationAccess>(path, {}, signal) });
  return (
    <div style={{ maxWidth: 820 }}>
      <ErrorNotice error={error} />
      {data && (
        <Editable right="ADMINISTER_APPLICATIONS">
          <SteadyForm read={data} stamp={data.version}>
            {(begun) => <Editor path={path} access={begun} applicationId={applicationId} />}
          </SteadyForm>
        </Editable>
      )}
    </div>
  );
}

function Editor({ path, access, applicationId }: { path: string; access: ApplicationAccess; applicationId: string }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(access);
  const change = (part: Partial<ApplicationAccess>) => setForm((before) => ({ ...before, ...part }));
  const save = useChange(
    [path],
    () => put<ApplicationAccess>(path, { ...form, people: undefined, version: undefined }, access.version),
    undefined,
    () => t('common.saved'),
  );
  const errors = save.error ? asProblem(save.error).byField() : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Section title={t('requests.owners')}>
        <PeopleSelect label={t('requests.owners')} description={t('requests.ownersHelp')} known={access.people} value={form.ownerIds} error={errors.ownerIds} onChange={(ownerIds) => change({ ownerIds })} />
      </Section>
      <Section title={t('requests.requestable')}>
        <Requestable form={form} applicationId={applicationId} onChange={change} />
      </Section>
      <Section title={t('requests.approval')}>
        <Switch label={t('requests.ownRule')} description={t('requests.ownRuleHelp')} mb="sm" checked={form.steps !== null} onChange={(event) => change({ steps: event.currentTarget.checked ? [NEW_STEP] : null })} />
        {form.steps && <StepsEditor steps={form.steps} people={access.people} errors={errors} onChange={(steps) => change({ steps })} />}
      </Section>
      <Section title={t('requests.ending')}>
        <Stack gap="md">
          <Radio.Group label={t('requests.lastPermission')} description={t('requests.lastPermissionHelp')} value={form.lastPermission} onChange={(value) => change({ lastPermission: value as ApplicationAccess['lastPermission'] })}>
            <Group mt={6}>
              {(['DELETE', 'DISABLE', 'KEEP'] as const).map((value) => (
                <Radio key={value} value={value} label={t(`requests.lastPermissions.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Radio.Group label={t('requests.accountEnd')} description={t('requests.accountEndHelp')} value={form.accountEnd} onChange={(value) => change({ accountEnd: value as ApplicationAccess['accountEnd'] })}>
            <Group mt={6}>
              {(['DISABLE', 'DELETE'] as const).map((value) => (
                <Radio key={value} value={value} label={t(`requests.lastPermissions.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
        </Stack>
      </Section>
      <ErrorNotice error={save.error} />
      <Button type="submit" loading={save.isPending} disabled={JSON.stringify(form) === JSON.stringify(access)}>
        {t('common.save')}
      </Button>
    </form>
  );
}

interface RequestableProps {
  form: ApplicationAccess;
  applicationId: string;
  onChange: (part: Partial<ApplicationAccess>) => void;
}

function Requestable({ form, applicationId, onChange }: RequestableProps) {
  const { t } = useTranslation();
  const { data: permissions = [], error } = usePermissions(applicationId);
  const chosen = new Set(form.requestablePermissionIds);
  const toggle = (id: string, on: boolean) => onChange({ requestablePermissionIds: permissions.map((one) => one.id).filter((one) => (one === id ? on : chosen.has(one))) });
  return (
    <Stack gap="xs">
      <Switch label={t('requests.accountRequestable')} checked={form.accountRequestable} onChange={(event) => onChange({ accountRequestable: event.currentTarget.checked })} />
      <ErrorNotice error={error} />
      {permissions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('requests.noPermissions')}
        </Text>
      ) : (
        permissions.map((permission) => (
          <Checkbox key={permission.id} label={`${permission.name} (${t(`permissions.kind.${permission.kind}`)})`} checked={chosen.has(permission.id)} onChange={(event) => toggle(permission.id, event.currentTarget.checked)} />
        ))
      )}
    </Stack>
  );
}
