import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AttributeFields } from '../../accounts/AttributeFields';
import type { Parameters, PermissionRef, TaskDetail } from '../../api/tasks';

interface ParameterFormProps {
  task: TaskDetail;
  parameters: Parameters;
  errors: Record<string, string>;
  onChange: (parameters: Parameters) => void;
}

/** The parameters as a form, from what the connector says it takes. */
export function ParameterForm({ task, parameters, errors, onChange }: ParameterFormProps) {
  const { t } = useTranslation();
  // Only a creation has to bring all that is required.
  const specs = (task.schema?.attributes ?? []).map((spec) => ({ ...spec, required: spec.required && task.action === 'CREATE' }));
  const byAttribute = Object.fromEntries(Object.entries(errors).map(([field, message]) => [field.replace(/^attributes\./, ''), message]));
  return (
    <Stack gap="xs">
      <TextInput
        label={
          <>
            {t('common.name')}
            {parameters.name !== task.parameters.name && (
              <Text span size="xs" c="orange" ml={6} data-testid="changed">
                {t('accounts.changed')}
              </Text>
            )}
          </>
        }
        aria-label={t('common.name')}
        value={parameters.name}
        error={errors.name}
        onChange={(event) => onChange({ ...parameters, name: event.currentTarget.value })}
      />
      <AttributeFields
        specs={specs}
        open={task.schema?.open ?? true}
        sparse
        values={parameters.attributes}
        original={task.parameters.attributes}
        errors={byAttribute}
        onChange={(attributes) => onChange({ ...parameters, attributes })}
      />
      <Permissions label={t('synclog.record.bind')} permissions={parameters.bind} onChange={(bind) => onChange({ ...parameters, bind })} />
      <Permissions label={t('synclog.record.unbind')} permissions={parameters.unbind} onChange={(unbind) => onChange({ ...parameters, unbind })} />
    </Stack>
  );
}

function Permissions({ label, permissions, onChange }: { label: string; permissions: PermissionRef[]; onChange: (permissions: PermissionRef[]) => void }) {
  const { t } = useTranslation();
  if (permissions.length === 0) {
    return null;
  }
  return (
    <div>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {permissions.map((permission) => (
        <Group key={permission.id} gap="xs">
          <Text size="sm">
            {permission.name} <Text span size="xs" c="dimmed">{permission.value}</Text>
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('synclog.modify.leaveOut', { name: permission.name })}
            onClick={() => onChange(permissions.filter((one) => one.id !== permission.id))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
    </div>
  );
}
