import { useTranslation } from 'react-i18next';
import type { HistogramData } from '../api/tasks';
import { Histogram } from '../ui/Histogram';
import { local, utc } from '../ui/times';
import { useClock } from '../ui/TimeText';

interface LogHistogramProps {
  data: HistogramData;
  onBrush: (from: string, to: string) => void;
}

export function LogHistogram({ data, onBrush }: LogHistogramProps) {
  const { t } = useTranslation();
  const { style } = useClock();
  const hours = (Date.parse(data.to) - Date.parse(data.from)) / 3_600_000;
  // Seconds only where minutes would all be the same.
  const say = (at: string) => (style === 'utc' ? utc(new Date(at)) : local(new Date(at)).slice(0, hours < 1 ? 19 : 16));
  const bars = data.buckets.map((bucket) => ({
    title: t('synclog.bucket', { ...bucket, at: say(bucket.at) }),
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
      onBrush(from.at, new Date(new Date(to.at).getTime() + data.bucketSeconds * 1000).toISOString());
    }
  };
  return <Histogram label={t('synclog.histogram')} bars={bars} from={say(data.from)} to={say(data.to)} onBrush={brushed} />;
}
