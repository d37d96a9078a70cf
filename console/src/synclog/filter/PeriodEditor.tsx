import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../../ui/TimeText';
import { isRelative, readStretch, writeInstant, type Moment } from '../moments';

interface PeriodEditorProps {
  from: Moment | undefined;
  to: Moment | undefined;
  onChange: (period: { from: Moment | undefined; to: Moment | undefined }) => void;
}

const LATELY: Moment[] = ['-1h', '-24h', '-7d', '-30d'];

/** When the tasks were opened: lately, or between two times. */
export function PeriodEditor({ from, to, onChange }: PeriodEditorProps) {
  const { t } = useTranslation();
  const { zone } = useClock();
  const [start, setStart] = useState(from && !isRelative(from) ? writeInstant(from, zone) : '');
  const [end, setEnd] = useState(to && !isRelative(to) ? writeInstant(to, zone) : '');
  const first = start ? readStretch(start.trim(), zone)?.from : undefined;
  const last = end ? readStretch(end.trim(), zone)?.from : undefined;
  const wrong = t('loglist.period.wrong');
  const startError = start && first === undefined ? wrong : null;
  const endError = end && last === undefined ? wrong : first !== undefined && last !== undefined && first >= last ? t('loglist.period.empty') : null;
  const instant = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
  return (
    <Stack gap="xs">
      <Group gap={4}>
        {LATELY.map((moment) => (
          <Button key={moment} size="compact-xs" variant={from === moment && !to ? 'filled' : 'light'} onClick={() => onChange({ from: moment, to: undefined })}>
            {t(`loglist.field.opened_${moment}`)}
          </Button>
        ))}
      </Group>
      <TextInput size="xs" label={t('loglist.period.from')} placeholder="2026-01-31T09:30" value={start} error={startError} onChange={(event) => setStart(event.currentTarget.value)} />
      <TextInput size="xs" label={t('loglist.period.to')} placeholder="2026-02-01" value={end} error={endError} onChange={(event) => setEnd(event.currentTarget.value)} />
      <Button size="compact-sm" disabled={Boolean(startError || endError)} onClick={() => onChange({ from: instant(first), to: instant(last) })}>
        {t('loglist.period.show')}
      </Button>
    </Stack>
  );
}
