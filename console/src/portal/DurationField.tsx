import { NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Duration = { way: 'forGood' } | { way: 'days'; days: number } | { way: 'until'; date: string };

/** What the API takes: the end of the chosen day, where the reader lives. */
export function durationBody(duration: Duration): { durationDays?: number; endsAt?: string } {
  switch (duration.way) {
    case 'forGood':
      return {};
    case 'days':
      return { durationDays: duration.days };
    case 'until':
      return { endsAt: new Date(`${duration.date}T23:59:59`).toISOString() };
  }
}

interface DurationFieldProps {
  value: Duration;
  onChange: (duration: Duration) => void;
  /** Whether it may be for good. */
  open: boolean;
  /** At most this many days; null for any. */
  most: number | null;
}

/** For how long something is wanted. */
export function DurationField({ value, onChange, open, most }: DurationFieldProps) {
  const { t } = useTranslation();
  const ways = (['forGood', 'days', 'until'] as const).filter((way) => way !== 'forGood' || (open && most === null));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const choose = (way: string) => onChange(way === 'days' ? { way, days: Math.min(30, most ?? 30) } : way === 'until' ? { way, date: tomorrow } : { way: 'forGood' });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500} component="label">
        {t('requests.howLong')}
      </Text>
      <SegmentedControl size="xs" aria-label={t('requests.howLong')} data={ways.map((way) => ({ value: way, label: t(`portal.duration.${way}`) }))} value={value.way} onChange={choose} />
      {value.way === 'days' && <NumberInput aria-label={t('portal.duration.days')} min={1} max={most ?? 3650} clampBehavior="strict" suffix={` ${t('portal.daysSuffix')}`} value={value.days} onChange={(days) => onChange({ way: 'days', days: Number(days) || 1 })} />}
      {value.way === 'until' && <TextInput type="date" aria-label={t('portal.duration.until')} min={tomorrow} value={value.date} onChange={(event) => onChange({ way: 'until', date: event.currentTarget.value || tomorrow })} />}
    </Stack>
  );
}
