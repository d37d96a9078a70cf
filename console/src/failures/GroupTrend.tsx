import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/failures';
import { Section } from '../ui/Section';
import { TimeChart } from '../ui/TimeChart';
import { trendQuery } from './queries';

/** How often it happened, whatever became of the tasks. */
export function GroupTrend({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const { data: trend } = useQuery(trendQuery(group.id));
  const starts = useMemo(() => trend?.buckets.map(({ at }) => Date.parse(at) / 1000) ?? [], [trend]);
  const series = useMemo(
    () => [{ label: t('failures.failures'), values: trend?.buckets.map(({ failures }) => failures) ?? [], colour: '--mantine-color-red-6', kind: 'bar' as const }],
    [t, trend],
  );
  return (
    <Section title={t('failures.trend')} testId="trend">
      <div style={{ minHeight: 180 }}>
        {trend && <TimeChart label={t('failures.trend')} starts={starts} width={trend.bucketSeconds} series={series} height={130} />}
      </div>
    </Section>
  );
}
