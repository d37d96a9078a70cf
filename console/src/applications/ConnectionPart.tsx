import { NumberInput, PasswordInput, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connector, ConnectorField } from '../api/directory';
import type { PartProps } from './form';

interface ConnectionPartProps extends PartProps {
  connector: Connector;
  secretsSet: Record<string, boolean>;
}

/** The connection's settings, drawn from what the connector says it needs. Secrets go in and never come back. */
export function ConnectionPart({ form, errors, onChange, connector, secretsSet }: ConnectionPartProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" verticalSpacing="sm">
      {connector.fields.map((field) =>
        field.kind === 'SECRET' ? (
          <SecretField
            key={field.name}
            field={field}
            isSet={secretsSet[field.name] ?? false}
            value={form.secrets[field.name] ?? ''}
            error={errors[`secrets.${field.name}`]}
            onChange={(value) => onChange({ secrets: withValue(form.secrets, field.name, value) })}
          />
        ) : (
          <SettingField
            key={field.name}
            field={field}
            value={form.settings[field.name] ?? ''}
            error={errors[`settings.${field.name}`]}
            onChange={(value) => onChange({ settings: { ...form.settings, [field.name]: value } })}
          />
        ),
      )}
    </SimpleGrid>
  );
}

interface FieldProps {
  field: ConnectorField;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

function SettingField({ field, value, error, onChange }: FieldProps) {
  const shared = { label: field.label, description: field.help, required: field.required, placeholder: field.defaultValue ?? undefined, error };
  const effective = value || (field.defaultValue ?? '');
  switch (field.kind) {
    case 'BOOLEAN':
      return <Switch label={field.label} description={field.help} error={error} checked={effective === 'true'} onChange={(event) => onChange(String(event.currentTarget.checked))} />;
    case 'CHOICE':
      return <Select {...shared} data={field.choices} value={effective || null} clearable={!field.required && field.defaultValue === null} onChange={(choice) => onChange(choice ?? '')} />;
    case 'INTEGER':
      return <NumberInput {...shared} allowDecimal={false} value={value === '' ? '' : Number(value)} onChange={(number) => onChange(String(number))} />;
    case 'LONG_TEXT':
      return <Textarea {...shared} autosize minRows={3} maxRows={14} value={value} onChange={(event) => onChange(event.currentTarget.value)} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }} />;
    case 'URL':
    case 'TEXT':
    case 'SECRET':
      return <TextInput {...shared} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}

function SecretField({ field, isSet, value, error, onChange }: FieldProps & { isSet: boolean }) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={field.label}
      description={field.help}
      required={field.required && !isSet}
      withAsterisk={field.required}
      error={error}
      placeholder={isSet ? t('applications.secretSet') : undefined}
      autoComplete="new-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function withValue(secrets: Record<string, string | null>, name: string, value: string): Record<string, string | null> {
  const next = { ...secrets, [name]: value };
  if (value === '') {
    delete next[name];
  }
  return next;
}
