import { ActionIcon, Autocomplete, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { runsOf, type CorrelationRule, type ReconciliationOptions, type ReconciliationRun } from '../api/reconciliation';
import { FormDialog } from '../ui/FormDialog';

const FIELDS = ['userName', 'email', 'employeeNumber', 'phone', 'displayName'];

interface StartDialogProps {
  applicationId: string;
  name: string;
  options: ReconciliationOptions;
  onClose: () => void;
}

/** What is read, and how accounts nobody here knows are matched to users. */
export function StartDialog({ applicationId, name, options, onClose }: StartDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [rules, setRules] = useState(options.rules);
  const [objects, setObjects] = useState<string[]>(options.objects.filter((type) => type === 'ORGANIZATION'));
  const start = useChange(
    [runsOf(applicationId)],
    () => post<ReconciliationRun>(runsOf(applicationId), { rules, objects }),
    (run) => void navigate({ to: '/reconciliations/$runId', params: { runId: run.id } }),
  );
  return (
    <FormDialog
      title={t('reconciliation.startTitle', { name })}
      submitLabel={t('reconciliation.read')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(undefined);
      }}
      busy={start.isPending}
      error={start.error}
      disabled={rules.some((rule) => !rule.attribute.trim() || !rule.field.trim())}
      size="lg"
    >
      <Text size="sm">{t('reconciliation.startMeaning')}</Text>
      {options.objects.length > 0 && (
        <Checkbox.Group label={t('reconciliation.alsoRead')} value={objects} onChange={setObjects}>
          <Group mt={6}>
            {options.objects.map((type) => (
              <Checkbox key={type} value={type} label={t(`reconciliation.many.${type}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Stack gap={6}>
        <Text size="sm" fw={500}>
          {t('reconciliation.rules')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('reconciliation.rulesHelp')}
        </Text>
        {rules.map((rule, index) => (
          <RuleFields
            key={index}
            number={index + 1}
            rule={rule}
            attributes={['@name', '@id', ...options.attributes]}
            onChange={(next) => setRules(rules.map((one, at) => (at === index ? next : one)))}
            onRemove={() => setRules(rules.filter((_, at) => at !== index))}
          />
        ))}
        <Group>
          <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} />} onClick={() => setRules([...rules, { attribute: '', field: '', ignoreCase: true }])}>
            {t('reconciliation.addRule')}
          </Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}

interface RuleFieldsProps {
  number: number;
  rule: CorrelationRule;
  attributes: string[];
  onChange: (rule: CorrelationRule) => void;
  onRemove: () => void;
}

function RuleFields({ number, rule, attributes, onChange, onRemove }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Autocomplete
        size="xs"
        style={{ flex: 1 }}
        label={t('reconciliation.attributeOf', { number })}
        data={[...new Set(attributes)]}
        value={rule.attribute}
        onChange={(attribute) => onChange({ ...rule, attribute })}
      />
      <Autocomplete
        size="xs"
        style={{ flex: 1 }}
        label={t('reconciliation.fieldOf', { number })}
        data={FIELDS}
        value={rule.field}
        onChange={(field) => onChange({ ...rule, field })}
      />
      <Checkbox
        size="xs"
        mb={7}
        label={t('reconciliation.ignoreCase')}
        checked={rule.ignoreCase}
        onChange={(event) => onChange({ ...rule, ignoreCase: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" color="gray" mb={2} aria-label={t('reconciliation.removeRule', { number })} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
