import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../api/dashboard';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import styles from './Dashboard.module.css';
import { backlogOf, failedOf, logOfBacklog, logOfBars, percent } from './figures';
import { useRemainingCount } from './queries';

const count = (value: number) => value.toLocaleString('en');

/** The figures one looks at first, each a link to what it counts. */
export function Headline({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { data: remaining } = useRemainingCount();
  const { total, bars, causes } = dashboard;
  const backlog = backlogOf(dashboard);
  const failed = failedOf(dashboard);
  return (
    <ul className={styles.headline} data-testid="headline">
      <Figure
        label={t('dashboard.opened')}
        value={
          <TextLink to="/log" search={logOfBars(dashboard, 0, bars.length - 1)}>
            {count(total.opened)}
          </TextLink>
        }
        more={t('dashboard.share', { share: percent(total.successShare) })}
      />
      <Figure
        alarm={failed > 0}
        label={t('dashboard.failedNow')}
        value={
          <TextLink to="/log" data-testid="failed-now">
            {count(failed)}
          </TextLink>
        }
        more={
          <TextLink to="/failures" size="xs" data-testid="causes">
            {t('dashboard.causes', { count: causes.unresolved })}
          </TextLink>
        }
      />
      <Figure
        alarm={(remaining?.count ?? 0) > 0}
        label={t('dashboard.remaining')}
        value={<a href="#remaining-access">{remaining ? count(remaining.count) + (remaining.capped ? '+' : '') : '–'}</a>}
        more={t('dashboard.remainingMeaning')}
      />
      <Figure
        label={t('dashboard.backlog')}
        value={
          <TextLink to="/log" search={logOfBacklog()}>
            {count(backlog.tasks)}
          </TextLink>
        }
        more={
          backlog.oldest ? (
            <>
              {t('dashboard.oldest')} <TimeText at={backlog.oldest} />
            </>
          ) : (
            t('dashboard.nothingWaits')
          )
        }
      />
    </ul>
  );
}

function Figure({ label, value, more, alarm = false }: { label: string; value: ReactNode; more: ReactNode; alarm?: boolean }) {
  return (
    <li className={styles.figure} data-alarm={alarm}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <div className={styles.value}>{value}</div>
      <Text size="xs" c="dimmed" component="div">
        {more}
      </Text>
    </li>
  );
}
