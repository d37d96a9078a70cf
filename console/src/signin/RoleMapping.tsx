import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type OpenIdSettings } from '../api/signin';

type Mapping = OpenIdSettings['roleMapping'];

interface RoleMappingProps {
  value?: Mapping;
  onChange?: (mapping: Mapping) => void;
  error?: ReactNode;
}

/** Which value of the claim gives which role; one may give several. */
export function RoleMapping({ value = [], onChange, error }: RoleMappingProps) {
  const { t } = useTranslation();
  const change = (index: number, line: Partial<Mapping[number]>) => onChange?.(value.map((one, at) => (at === index ? { ...one, ...line } : one)));
  return (
    <Fieldset legend={t('signin.mapping')}>
      <Stack gap="xs">
        {value.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('signin.mappingEmpty')}
          </Text>
        )}
        {value.map((line, index) => (
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={t('signin.mappedValue')}
              placeholder={t('signin.mappedValue')}
              value={line.value}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
            <Select
              style={{ flex: 1 }}
              aria-label={t('signin.mappedRole')}
              data={ROLES.map((role) => ({ value: role, label: t(`signin.role.${role}`) }))}
              allowDeselect={false}
              value={line.role}
              onChange={(role) => role && change(index, { role: role as Mapping[number]['role'] })}
            />
            <ActionIcon variant="subtle" color="red" aria-label={t('common.remove')} onClick={() => onChange?.(value.filter((_, at) => at !== index))}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        {error && (
          <Text size="sm" c="red">
            {error}
          </Text>
        )}
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={() => onChange?.([...value, { value: '', role: 'VIEWER' }])}>
            {t('signin.addMapping')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
