import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, Volume } from '../api/dashboard';
import { Section } from '../ui/Section';
import { TimeChart } from '../ui/TimeChart';
import type { TimeSeries } from '../ui/timeSeries';
import { logOfBars, percent } from './figures';

const say = (value: number | null, { kind }: TimeSeries) => (kind === 'line' ? percent(value) : (value ?? 0).toLocaleString('en'));

/** How much was asked for, and how well it went; a stretch of it leads into the log. */
export function VolumeSection({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { bars, bucketSeconds } = dashboard;
  const starts = useMemo(() => bars.map(({ at }) => Date.parse(at) / 1000), [bars]);
  const series = useMemo<TimeSeries[]>(() => {
    const values = (of: (volume: Volume) => number | null) => bars.map(({ volume }) => of(volume));
    return [
      { label: t('dashboard.series.failed'), values: values(({ failed }) => failed), colour: '--mantine-color-red-6', kind: 'bar' },
      { label: t('dashboard.series.open'), values: values(({ open }) => open), colour: '--mantine-color-blue-4', kind: 'bar' },
      { label: t('dashboard.series.succeeded'), values: values(({ succeeded }) => succeeded), colour: '--mantine-color-green-5', kind: 'bar' },
      { label: t('dashboard.series.other'), values: values(({ other }) => other), colour: '--mantine-color-gray-5', kind: 'bar' },
      { label: t('dashboard.series.share'), values: values(({ successShare }) => successShare), colour: '--mantine-color-indigo-5', kind: 'line' },
    ];
  }, [bars, t]);
  return (
    <Section title={t('dashboard.volume')} testId="volume">
      <TimeChart
        label={t('dashboard.volumeLabel')}
        starts={starts}
        width={bucketSeconds}
        series={series}
        say={say}
        height={220}
        onSelect={(first, last) => void navigate({ to: '/log', search: logOfBars(dashboard, first, last) })}
      />
    </Section>
  );
}
