import { Group, Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ON_DELETED, ON_DISABLED, ON_ENABLED, type Reactions } from './policy';

interface ReactionFieldsProps {
  value: Reactions;
  onChange: (value: Reactions) => void;
}

/** The switch and, for each thing that can happen to a user, what follows for the accounts. */
export function ReactionFields({ value, onChange }: ReactionFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Switch
        label={t('lifecycle.policy.enabled')}
        description={t('lifecycle.policy.enabledHelp')}
        checked={value.enabled}
        onChange={(event) => onChange({ ...value, enabled: event.currentTarget.checked })}
      />
      <Choice event="onDisabled" choices={ON_DISABLED} value={value} onChange={onChange} />
      <Choice event="onDeleted" choices={ON_DELETED} value={value} onChange={onChange} />
      <Choice event="onEnabled" choices={ON_ENABLED} value={value} onChange={onChange} />
    </Stack>
  );
}

interface ChoiceProps extends ReactionFieldsProps {
  event: 'onDisabled' | 'onDeleted' | 'onEnabled';
  choices: readonly string[];
}

function Choice({ event, choices, value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t(`lifecycle.policy.${event}`)} value={value[event]} onChange={(chosen) => onChange({ ...value, [event]: chosen })}>
      <Group mt={6} gap="lg">
        {choices.map((choice) => (
          <Radio key={choice} value={choice} disabled={!value.enabled} label={t(`lifecycle.policy.${event}Choice.${choice}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
