import { Button, Group, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application, Connector } from '../api/directory';
import { asProblem } from '../api/problem';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import styles from './Applications.module.css';
import { CallbackPart } from './CallbackPart';
import { CertificateList } from './CertificateList';
import { ConnectionPart } from './ConnectionPart';
import type { ApplicationForm } from './form';
import { LimitsPart } from './LimitsPart';
import { MappingsPart } from './MappingsPart';
import { SwitchesPart } from './SwitchesPart';
import { TestConnection } from './TestConnection';

interface ApplicationEditorProps {
  connector: Connector;
  initial: ApplicationForm;
  /** The application being edited; none while it is new. */
  application?: Application;
  save: UseMutationResult<Application, Error, ApplicationForm>;
  submitLabel: string;
}

/** Everything that can be set for an application, on one page. */
export function ApplicationEditor({ connector, initial, application, save, submitLabel }: ApplicationEditorProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(initial);
  const errors = save.error ? asProblem(save.error).byField() : {};
  const part = { form, errors, onChange: (change: Partial<ApplicationForm>) => setForm((before) => ({ ...before, ...change })) };
  const changed = JSON.stringify(form) !== JSON.stringify(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form);
  };
  return (
    <form onSubmit={submit} noValidate={false}>
      <Section title={t('applications.connection')}>
        <TextInput label={t('common.name')} required maw={420} mb="sm" value={form.name} error={errors.name} onChange={(event) => part.onChange({ name: event.currentTarget.value })} />
        <ConnectionPart {...part} connector={connector} secretsSet={application?.secrets ?? {}} />
        <CertificateList certificates={application?.certificates ?? []} />
        <TestConnection form={form} applicationId={application?.id} />
      </Section>
      <Section title={t('applications.synchronization')}>
        <SwitchesPart {...part} />
      </Section>
      <Section title={t('applications.mappings')}>
        <MappingsPart {...part} connector={connector} applicationId={application?.id ?? null} />
      </Section>
      <Section title={t('applications.callback')}>
        <CallbackPart {...part} application={application} />
      </Section>
      <Section title={t('applications.limits')}>
        <LimitsPart {...part} />
      </Section>
      <div className={styles.saveBar}>
        <ErrorNotice error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!changed}>
            {submitLabel}
          </Button>
          {changed && application && (
            <Button variant="subtle" color="gray" onClick={() => setForm(initial)}>
              {t('applications.discard')}
            </Button>
          )}
        </Group>
      </div>
    </form>
  );
}
