import { ActionIcon, Button, Card, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalStep, Approvers, Escalation, Person, Quorum } from '../api/access';
import { PeopleSelect } from './PeopleSelect';

export const NEW_STEP: ApprovalStep = { approvers: 'MANAGER', named: [], quorum: 'ANY', escalateAfterHours: 72, escalateTo: 'MANAGERS_MANAGER', fallback: [] };

interface StepsEditorProps {
  steps: ApprovalStep[];
  people: Person[];
  errors: Record<string, string>;
  onChange: (steps: ApprovalStep[]) => void;
}

/** The steps an approval takes, one after the other. */
export function StepsEditor({ steps, people, errors, onChange }: StepsEditorProps) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<ApprovalStep>) => onChange(steps.map((step, i) => (i === index ? { ...step, ...part } : step)));
  return (
    <Stack gap="sm">
      {steps.map((step, index) => (
        <Card key={index} withBorder p="sm" radius="md" role="group" aria-label={t('requests.stepNumber', { number: index + 1 })}>
          <Group justify="space-between" mb={6}>
            <Text size="sm" fw={600}>
              {t('requests.stepNumber', { number: index + 1 })}
            </Text>
            <ActionIcon variant="subtle" color="gray" aria-label={t('requests.removeStep', { number: index + 1 })} disabled={steps.length === 1} onClick={() => onChange(steps.filter((_, i) => i !== index))}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
          <StepFields step={step} people={people} error={(field) => errors[`steps[${index}].${field}`] ?? errors[`steps[${index}]`]} onChange={(part) => change(index, part)} />
        </Card>
      ))}
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'start' }} disabled={steps.length >= 10} onClick={() => onChange([...steps, { ...NEW_STEP, approvers: 'OWNER' }])}>
        {t('requests.addStep')}
      </Button>
    </Stack>
  );
}

interface StepFieldsProps {
  step: ApprovalStep;
  people: Person[];
  error: (field: string) => string | undefined;
  onChange: (part: Partial<ApprovalStep>) => void;
}

function StepFields({ step, people, error, onChange }: StepFieldsProps) {
  const { t } = useTranslation();
  const choices = <T extends string>(values: readonly T[], prefix: string) => values.map((value) => ({ value, label: t(`requests.${prefix}.${value}`) }));
  const escalates = step.escalateAfterHours !== null;
  return (
    <Stack gap="xs">
      <Group gap="sm" align="start">
        <Select w={260} label={t('requests.whoApproves')} allowDeselect={false} data={choices<Approvers>(['MANAGER', 'OWNER', 'NAMED'], 'approvers')} value={step.approvers} error={error('approvers')} onChange={(value) => onChange({ approvers: value as Approvers, named: value === 'NAMED' ? step.named : [] })} />
        <Select w={220} label={t('requests.howMany')} allowDeselect={false} data={choices<Quorum>(['ANY', 'ALL'], 'quorum')} value={step.quorum} onChange={(value) => onChange({ quorum: value as Quorum })} />
      </Group>
      {step.approvers === 'NAMED' && <PeopleSelect label={t('requests.named')} known={people} value={step.named} error={error('named')} onChange={(named) => onChange({ named })} />}
      <Group gap="sm" align="start">
        <NumberInput
          w={260}
          label={t('requests.escalateAfter')}
          description={t('requests.escalateAfterHelp')}
          min={1}
          max={8760}
          value={step.escalateAfterHours ?? ''}
          error={error('escalateAfterHours')}
          onChange={(value) => onChange(value === '' ? { escalateAfterHours: null, escalateTo: null } : { escalateAfterHours: Number(value), escalateTo: step.escalateTo ?? 'MANAGERS_MANAGER' })}
        />
        {escalates && <Select w={260} label={t('requests.escalateTo')} description={t('requests.escalateToHelp')} allowDeselect={false} data={choices<Escalation>(['MANAGERS_MANAGER', 'FALLBACK'], 'escalation')} value={step.escalateTo} error={error('escalateTo')} onChange={(value) => onChange({ escalateTo: value as Escalation })} />}
      </Group>
      <PeopleSelect label={t('requests.fallback')} description={t('requests.fallbackHelp')} known={people} value={step.fallback} error={error('fallback')} onChange={(fallback) => onChange({ fallback })} />
    </Stack>
  );
}
