import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../api/governance';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** When it runs by itself, or that it does not. */
export function ScheduleFields({ value, onChange }: { value: Schedule | null; onChange: (schedule: Schedule | null) => void }) {
  const { t } = useTranslation();
  const choose = (every: string | null) => {
    if (every !== 'DAILY' && every !== 'WEEKLY') {
      onChange(null);
    } else {
      onChange({ at: '03:00', zone: HERE, ...value, every, day: every === 'WEEKLY' ? (value?.day ?? 'SUNDAY') : null });
    }
  };
  return (
    <Group align="end" gap="sm">
      <Select
        label={t('governance.schedule')}
        w={170}
        allowDeselect={false}
        data={['NONE', 'DAILY', 'WEEKLY'].map((every) => ({ value: every, label: t(`governance.every.${every}`) }))}
        value={value?.every ?? 'NONE'}
        onChange={choose}
      />
      {value?.every === 'WEEKLY' && (
        <Select
          label={t('governance.day')}
          w={150}
          allowDeselect={false}
          data={DAYS.map((day) => ({ value: day, label: t(`governance.days.${day}`) }))}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
        />
      )}
      {value && (
        <>
          <TextInput type="time" label={t('governance.at')} w={120} value={value.at} onChange={(event) => onChange({ ...value, at: event.currentTarget.value })} />
          <TextInput label={t('governance.zone')} w={200} value={value.zone} onChange={(event) => onChange({ ...value, zone: event.currentTarget.value })} />
        </>
      )}
    </Group>
  );
}
