import { SegmentedControl, Skeleton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RANGES, type Dashboard, type Range } from '../api/dashboard';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { AttentionSection } from './AttentionSection';
import { BacklogSection } from './BacklogSection';
import styles from './Dashboard.module.css';
import { DelaySection } from './DelaySection';
import { Headline } from './Headline';
import { NothingYet } from './NothingYet';
import { useDashboard } from './queries';
import { RemainingAccessSection } from './RemainingAccessSection';
import { VolumeSection } from './VolumeSection';

/** How it goes: how much and how well, what waits, who still has access, and what needs a person. Everything leads further. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { range = '24h' } = useSearch({ from: '/inside/dashboard' });
  const navigate = useNavigate();
  const { data, error, refetch } = useDashboard(range);
  const choose = (next: string) => void navigate({ to: '/dashboard', search: { range: next === '24h' ? undefined : (next as Range) }, replace: true });
  return (
    <Page
      title={t('nav.dashboard')}
      subtitle={data ? <Counted dashboard={data} /> : <>&nbsp;</>}
      actions={
        data?.anything && (
          <SegmentedControl size="xs" aria-label={t('dashboard.range')} value={range} onChange={choose} data={RANGES.map((value) => ({ value, label: t(`dashboard.ranges.${value}`) }))} />
        )
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting />}
      {data && !data.anything && <NothingYet />}
      {data?.anything && (
        <>
          <Headline dashboard={data} />
          <VolumeSection dashboard={data} />
          <div className={styles.columns}>
            <RemainingAccessSection />
            <AttentionSection dashboard={data} />
            <BacklogSection dashboard={data} />
            <DelaySection dashboard={data} />
          </div>
        </>
      )}
    </Page>
  );
}

function Counted({ dashboard: { countedAt, complete } }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  if (!countedAt) {
    return <>{t('dashboard.notCounted')}</>;
  }
  return (
    <>
      {t('dashboard.counted')} <TimeText at={countedAt} />
      {!complete && ` · ${t('dashboard.incomplete')}`}
    </>
  );
}

/** As high as what comes, so that nothing moves when it does. */
function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={92} mb={16} />
      <Skeleton height={300} mb={16} />
      <Skeleton height={220} />
    </div>
  );
}
