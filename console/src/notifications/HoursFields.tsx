import { Chip, Group, Input, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DAYS, type Hours } from '../api/notifications';

interface HoursFieldsProps {
  label: string;
  description: string;
  value: Hours | null;
  onChange: (hours: Hours | null) => void;
  /** What to begin with. */
  start: Pick<Hours, 'from' | 'to' | 'days'>;
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Hours of the day on days of the week, or none. */
export function HoursFields({ label, description, value, onChange, start }: HoursFieldsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<Hours>) => value && onChange({ ...value, ...part });
  return (
    <Stack gap="xs">
      <Switch label={label} description={description} checked={value !== null} onChange={(event) => onChange(event.currentTarget.checked ? { ...start, zone: HERE } : null)} />
      {value && (
        <Group align="end" gap="sm">
          <TextInput type="time" label={t('notifications.from')} w={120} value={value.from} onChange={(event) => change({ from: event.currentTarget.value })} />
          <TextInput type="time" label={t('notifications.to')} w={120} value={value.to} onChange={(event) => change({ to: event.currentTarget.value })} />
          <TextInput label={t('notifications.zone')} w={190} value={value.zone} onChange={(event) => change({ zone: event.currentTarget.value })} />
          <Input.Wrapper label={t('notifications.days')}>
            <Chip.Group multiple value={value.days.length > 0 ? value.days : [...DAYS]} onChange={(days) => change({ days: days.length === DAYS.length ? [] : days })}>
              <Group gap={4} h={36}>
                {DAYS.map((day) => (
                  <Chip key={day} value={day} size="xs">
                    {t(`notifications.day.${day}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
        </Group>
      )}
    </Stack>
  );
}
