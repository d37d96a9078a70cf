import { useTranslation } from 'react-i18next';
import type { HistogramData } from '../api/tasks';
import { Histogram } from '../ui/Histogram';
import { useClock } from '../ui/TimeText';

interface LogHistogramProps {
  /** Undefined while it is read: its place is kept, so that the list below does not move. */
  data: HistogramData | undefined;
  onBrush: (from: string, to: string) => void;
}

export function LogHistogram({ data, onBrush }: LogHistogramProps) {
  const { t } = useTranslation();
  const { say } = useClock();
  if (!data) {
    return <Histogram label={t('synclog.histogram')} hint="" bars={[]} from="" to="" onBrush={() => {}} />;
  }
  const hours = (Date.parse(data.to) - Date.parse(data.from)) / 3_600_000;
  // Seconds only where minutes would all be the same.
  const shortly = (at: string) => say(at, hours < 1 ? 'seconds' : 'minutes');
  const bars = data.buckets.map((bucket) => ({
    title: t('synclog.bucket', { ...bucket, at: shortly(bucket.at) }),
    parts: [
      { value: bucket.failed, colour: 'var(--mantine-color-red-6)' },
      { value: bucket.open, colour: 'var(--mantine-color-blue-4)' },
      { value: bucket.succeeded, colour: 'var(--mantine-color-green-5)' },
      { value: bucket.total - bucket.failed - bucket.open - bucket.succeeded, colour: 'var(--mantine-color-gray-5)' },
    ],
  }));
  const brushed = (first: number, last: number) => {
    const from = data.buckets[first];
    const to = data.buckets[last];
    if (from && to) {
      onBrush(new Date(from.at).toISOString(), new Date(new Date(to.at).getTime() + data.bucketSeconds * 1000).toISOString());
    }
  };
  return (
    <Histogram
      label={t('synclog.histogram')}
      hint={t('loglist.histogramHint')}
      bars={bars}
      from={shortly(data.from)}
      to={shortly(data.to)}
      note={data.estimate ? t('loglist.estimated') : undefined}
      onBrush={brushed}
    />
  );
}
