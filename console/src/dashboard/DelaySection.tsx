import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationFigures, Dashboard } from '../api/dashboard';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { duration } from '../ui/times';
import styles from './Dashboard.module.css';
import { percent } from './figures';
import { useSome } from './useSome';

/** By application: how much, how well, and how long it took from the event to the target. */
export function DelaySection({ dashboard: { applications, from, to } }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { some, more } = useSome(applications);
  const longest = Math.max(1, ...applications.map(({ delay }) => delay?.p95Ms ?? 0));
  const columns = useMemo<Column<ApplicationFigures>[]>(
    () => [
      {
        id: 'application',
        header: t('applications.one'),
        width: '1fr',
        cell: ({ application }) => (
          <TextLink to="/log" search={{ view: 'all', application: [application.id], from, to }}>
            {application.name}
          </TextLink>
        ),
      },
      { id: 'opened', header: t('dashboard.tasks'), width: '80px', cell: ({ volume }) => volume.opened.toLocaleString('en') },
      { id: 'share', header: t('dashboard.series.share'), width: '80px', cell: ({ volume }) => percent(volume.successShare) },
      { id: 'p50', header: t('dashboard.p50'), width: '90px', cell: ({ delay }) => delay && duration(delay.p50Ms) },
      { id: 'p95', header: t('dashboard.p95'), width: '90px', cell: ({ delay }) => delay && duration(delay.p95Ms) },
      { id: 'bar', header: '', width: '1fr', cell: ({ delay }) => delay && <Track usual={delay.p50Ms / longest} slow={delay.p95Ms / longest} /> },
    ],
    [t, from, to, longest],
  );
  return (
    <Section title={t('dashboard.delay')} testId="delay">
      {applications.length > 0 ? (
        <>
          <PlainTable rows={some} columns={columns} rowId={({ application }) => application.id} />
          <Text size="xs" c="dimmed" mt={8}>
            {t('dashboard.delayMeaning')}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('dashboard.noTasks')}
        </Text>
      )}
      {more}
    </Section>
  );
}

/** The same as the two times before it. */
function Track({ usual, slow }: { usual: number; slow: number }) {
  return (
    <div className={styles.track} aria-hidden>
      <div className={styles.slow} style={{ width: `${slow * 100}%` }} />
      <div className={styles.usual} style={{ width: `${usual * 100}%` }} />
    </div>
  );
}
