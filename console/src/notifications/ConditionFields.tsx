import { Group, NumberInput, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition, ConditionKind } from '../api/notifications';
import { HoursFields } from './HoursFields';
import { SpanField } from './SpanField';

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** A condition to begin with. */
export const startOf = (kind: ConditionKind): Condition => STARTS[kind];

const STARTS: Record<ConditionKind, Condition> = {
  FAILURE_SHARE: { kind: 'FAILURE_SHARE', percent: 20, minutes: 60, atLeast: 10 },
  BACKLOG_AGE: { kind: 'BACKLOG_AGE', minutes: 30 },
  NO_ACTIVITY: { kind: 'NO_ACTIVITY', minutes: 1440, hours: null },
  HELD: { kind: 'HELD', minutes: 60, which: 'ALL' },
  RUN_HELD: { kind: 'RUN_HELD' },
};

interface ConditionFieldsProps {
  value: Condition;
  onChange: (condition: Condition) => void;
}

export function ConditionFields({ value, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation();
  switch (value.kind) {
    case 'FAILURE_SHARE':
      return (
        <Group align="end" gap="sm">
          <NumberInput label={t('notifications.percent')} w={150} min={1} max={100} suffix=" %" value={value.percent} onChange={(percent) => onChange({ ...value, percent: Number(percent) })} />
          <SpanField label={t('notifications.within')} least={5} value={value.minutes} onChange={(minutes) => onChange({ ...value, minutes })} />
          <NumberInput label={t('notifications.atLeast')} w={190} min={1} value={value.atLeast} onChange={(atLeast) => onChange({ ...value, atLeast: Number(atLeast) })} />
        </Group>
      );
    case 'BACKLOG_AGE':
      return <SpanField label={t('notifications.longerThan')} value={value.minutes} onChange={(minutes) => onChange({ ...value, minutes })} />;
    case 'NO_ACTIVITY':
      return (
        <Stack gap="sm">
          <SpanField label={t('notifications.silentFor')} least={5} value={value.minutes} onChange={(minutes) => onChange({ ...value, minutes })} />
          <HoursFields
            label={t('notifications.onlyHours')}
            description={t('notifications.onlyHoursHelp')}
            start={{ from: '08:00', to: '18:00', days: WORKDAYS }}
            value={value.hours}
            onChange={(hours) => onChange({ ...value, hours })}
          />
        </Stack>
      );
    case 'HELD':
      return (
        <Stack gap="sm">
          <Radio.Group label={t('notifications.whichFailed')} value={value.which} onChange={(which) => onChange({ ...value, which: which as 'ALL' | 'REMOVALS' })}>
            <Group mt={6} gap="lg">
              <Radio value="ALL" label={t('notifications.allFailed')} />
              <Radio value="REMOVALS" label={t('notifications.removals')} />
            </Group>
          </Radio.Group>
          <SpanField label={t('notifications.longerThan')} least={0} value={value.minutes} onChange={(minutes) => onChange({ ...value, minutes })} />
        </Stack>
      );
    case 'RUN_HELD':
      return null;
  }
}
