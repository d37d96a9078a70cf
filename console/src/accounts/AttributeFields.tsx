import { ActionIcon, Autocomplete, Button, Group, PasswordInput, Select, Stack, TagsInput, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeSpec, AttributeValue } from '../api/tasks';
import { same } from '../synclog/difference';
import { SECRET } from '../synclog/values';
import { specsFor, typed } from './attributes';

export type Attributes = Record<string, AttributeValue>;

interface AttributeFieldsProps {
  specs: AttributeSpec[];
  /** Whether attributes beyond the known ones may be added. */
  open: boolean;
  /** Show only attributes that have a value; the others can be added one by one. */
  sparse?: boolean;
  values: Attributes;
  /** What the values were; those that differ are marked and can be put back. */
  original?: Attributes;
  /** What is sent when nothing is entered, by attribute. */
  placeholders?: Record<string, string>;
  errors?: Record<string, string>;
  onChange: (values: Attributes) => void;
}

export function AttributeFields({ specs, open, sparse = false, values, original, placeholders = {}, errors = {}, onChange }: AttributeFieldsProps) {
  const all = specsFor(specs, { ...original, ...values });
  const shown = sparse ? all.filter(({ name }) => name in values || name in (original ?? {}) || name in errors) : all;
  const hidden = all.filter((spec) => !shown.includes(spec)).map(({ name }) => name);
  const put = (name: string, value: AttributeValue | undefined) => {
    const next = { ...values, [name]: value as AttributeValue };
    if (value === undefined) {
      delete next[name];
    }
    onChange(next);
  };
  return (
    <Stack gap="xs">
      {shown.map((spec) => (
        <AttributeField
          key={spec.name}
          spec={spec}
          value={values[spec.name]}
          before={original?.[spec.name]}
          marked={original !== undefined}
          placeholder={placeholders[spec.name]}
          error={errors[spec.name]}
          onChange={(value) => put(spec.name, value)}
        />
      ))}
      {(open || hidden.length > 0) && (
        <AddAttribute choices={hidden} onlyChoices={!open} onAdd={(name) => values[name] === undefined && put(name, specs.find((spec) => spec.name === name)?.multiple ? [] : '')} />
      )}
    </Stack>
  );
}

interface AttributeFieldProps {
  spec: AttributeSpec;
  value: AttributeValue | undefined;
  before: AttributeValue | undefined;
  marked: boolean;
  placeholder?: string;
  error?: string;
  onChange: (value: AttributeValue | undefined) => void;
}

function AttributeField({ spec, value, before, marked, placeholder, error, onChange }: AttributeFieldProps) {
  const { t } = useTranslation();
  const isChanged = marked && !same(value, before);
  const label = (
    <>
      {spec.name}
      {isChanged && (
        <Text span size="xs" c="orange" ml={6} data-testid="changed">
          {t('accounts.changed')}
        </Text>
      )}
    </>
  );
  const shared = { label, 'aria-label': spec.name, description: spec.help || undefined, error, required: spec.required && !marked, withAsterisk: spec.required, placeholder };
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <Input spec={spec} value={value} before={before} shared={shared} onChange={onChange} />
      </div>
      {isChanged && (
        <Tooltip label={t('accounts.putBack')}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('accounts.putBackOf', { name: spec.name })} onClick={() => onChange(before)}>
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

type Shared = { label: React.ReactNode; description?: string; error?: string; placeholder?: string; withAsterisk?: boolean };
type InputProps = Pick<AttributeFieldProps, 'spec' | 'value' | 'before' | 'onChange'> & { shared: Shared };

function Input({ spec, value, before, shared, onChange }: InputProps) {
  const { t } = useTranslation();
  if (spec.secret || before === SECRET) {
    return (
      <PasswordInput
        {...shared}
        autoComplete="new-password"
        placeholder={before === SECRET ? t('accounts.secretKept') : shared.placeholder}
        value={value === SECRET ? '' : String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value || before)}
      />
    );
  }
  if (spec.multiple || Array.isArray(value)) {
    return <TagsInput {...shared} value={[value ?? []].flat().map(String)} onChange={(values) => onChange(values.map((one) => typed(spec, one)))} />;
  }
  if (spec.type === 'BOOLEAN' || typeof value === 'boolean') {
    const choices = [
      { value: 'true', label: t('common.yes') },
      { value: 'false', label: t('common.no') },
    ];
    return <Select {...shared} clearable data={choices} value={value === undefined || value === null ? null : String(value)} onChange={(next) => onChange(next === null ? undefined : next === 'true')} />;
  }
  const text = value === null || value === undefined ? '' : String(value);
  return <TextInput {...shared} value={text} onChange={(event) => onChange(typed(spec, event.currentTarget.value, before))} />;
}

interface AddAttributeProps {
  choices: string[];
  onlyChoices: boolean;
  onAdd: (name: string) => void;
}

function AddAttribute({ choices, onlyChoices, onAdd }: AddAttributeProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const allowed = name.trim() !== '' && (!onlyChoices || choices.includes(name.trim()));
  const add = () => {
    if (allowed) {
      onAdd(name.trim());
      setName('');
    }
  };
  return (
    <Group gap="xs" mt="xs">
      <Autocomplete size="xs" data={choices} aria-label={t('accounts.newAttribute')} placeholder={t('accounts.newAttribute')} value={name} onChange={setName} />
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add} disabled={!allowed}>
        {t('accounts.addAttribute')}
      </Button>
    </Group>
  );
}
