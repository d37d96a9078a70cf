import { ActionIcon, Autocomplete, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connector, Mapping, MappingPreview } from '../api/directory';
import { OBJECT_TYPES, type ObjectType } from '../api/tasks';
import { shownValue } from '../synclog/values';
import { ErrorNotice } from '../ui/ErrorNotice';
import { UserSelect } from '../users/UserSelect';
import styles from './Applications.module.css';
import { bodyOf, type PartProps } from './form';
import { useMappingPreview } from './preview';

interface MappingsPartProps extends PartProps {
  connector: Connector;
  applicationId: string | null;
}

/** Target attribute from an expression over user, organization and account; with what it makes of a chosen user. */
export function MappingsPart({ form, errors, onChange, connector, applicationId }: MappingsPartProps) {
  const { t } = useTranslation();
  const [userId, setUserId] = useState<string | null>(null);
  const [unsaved] = useDebouncedValue({ mappings: bodyOf(form).mappings, accountNameExpression: form.accountNameExpression }, 400);
  const preview = useMappingPreview(applicationId, userId, unsaved);
  const result = userId ? preview.data : undefined;
  const put = (index: number, mapping: Mapping | null) =>
    onChange({ mappings: mapping ? form.mappings.with(index, mapping) : form.mappings.toSpliced(index, 1) });
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('applications.mappingsHelp')}
      </Text>
      {applicationId && <UserSelect label={t('applications.previewFor')} clearable maw={420} mb="xs" value={userId} onChange={setUserId} />}
      <ErrorNotice error={preview.error} />
      <TextInput
        label={t('applications.accountName')}
        description={t('applications.accountNameHelp')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={form.accountNameExpression}
        error={errors.accountNameExpression}
        onChange={(event) => onChange({ accountNameExpression: event.currentTarget.value })}
      />
      {result && <Text className={styles.result} c="teal">→ {result.name ?? '—'}</Text>}
      <div className={styles.mappingHead}>
        <span>{t('applications.mappingOf')}</span>
        <span>{t('applications.target')}</span>
        <span>{t('applications.expression')}</span>
        <span>{t('applications.secret')}</span>
        <span />
      </div>
      {form.mappings.map((mapping, index) => (
        <MappingRow
          key={index}
          mapping={mapping}
          targets={connector.attributes.map((attribute) => attribute.name)}
          error={errors[`mappings[${index}].expression`] ?? errors[`mappings[${index}]`] ?? errors[`mappings[${index}].target`]}
          preview={result}
          onChange={(next) => put(index, next)}
        />
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ mappings: [...form.mappings, { objectType: 'ACCOUNT', target: '', expression: '', secret: false }] })}
        >
          {t('applications.addMapping')}
        </Button>
      </Group>
    </Stack>
  );
}

interface MappingRowProps {
  mapping: Mapping;
  targets: string[];
  error?: string;
  preview?: MappingPreview;
  onChange: (mapping: Mapping | null) => void;
}

function MappingRow({ mapping, targets, error, preview, onChange }: MappingRowProps) {
  const { t } = useTranslation();
  // A user is previewed, so only what accounts get is known.
  const shown = mapping.objectType === 'ACCOUNT' ? preview : undefined;
  const failure = shown?.errors.find((one) => one.target === mapping.target)?.message;
  const value = shown?.attributes[mapping.target];
  return (
    <div className={styles.mapping} data-testid="mapping">
      <NativeSelect
        aria-label={t('applications.mappingOf')}
        size="xs"
        data={OBJECT_TYPES.map((type) => ({ value: type, label: t(`synclog.objectType.${type}`) }))}
        value={mapping.objectType}
        onChange={(event) => onChange({ ...mapping, objectType: event.currentTarget.value as ObjectType })}
      />
      <Autocomplete aria-label={t('applications.target')} size="xs" data={mapping.objectType === 'ACCOUNT' ? targets : []} value={mapping.target} onChange={(target) => onChange({ ...mapping, target })} />
      <TextInput
        aria-label={t('applications.expressionOf', { target: mapping.target })}
        size="xs"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={mapping.expression}
        error={error}
        onChange={(event) => onChange({ ...mapping, expression: event.currentTarget.value })}
      />
      <Checkbox size="xs" mt={7} mx={10} aria-label={t('applications.secretOf', { target: mapping.target })} checked={mapping.secret} onChange={(event) => onChange({ ...mapping, secret: event.currentTarget.checked })} />
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('applications.removeMapping', { target: mapping.target })} onClick={() => onChange(null)}>
        <IconX size={15} />
      </ActionIcon>
      {failure && (
        <Text className={styles.result} c="red">
          {failure}
        </Text>
      )}
      {!failure && value !== undefined && (
        <Text className={styles.result} c="teal">
          → {shownValue(value)}
        </Text>
      )}
    </div>
  );
}
