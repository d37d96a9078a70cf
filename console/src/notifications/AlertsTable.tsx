import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useList } from '../api/list';
import { PATHS, type Alert } from '../api/notifications';
import { useChange } from '../api/one';
import { May } from '../rights/May';
import { useMay } from '../rights/rights';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { ButtonLink, TextLink } from '../ui/links';
import { notify } from '../ui/notify';
import { TimeText } from '../ui/TimeText';
import { SeverityBadge } from './badges';
import { PathLink } from './PathLink';

/** What is so now, or was. */
export function AlertsTable() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { rule, status } = useSearch({ from: '/inside/notifications' });
  const open = status !== 'over';
  const mayHandle = useMay()('HANDLE_FAILURES');
  const alerts = useList<Alert>(PATHS.alerts, { ruleId: rule, open, language: i18n.language }, { every: 5000 });
  const { mutate: acknowledge } = useChange(
    [PATHS.alerts],
    (alert: Alert) => post<Alert>(`${PATHS.alerts}/${alert.id}/acknowledge`).catch((error: unknown) => {
      notify.failed(error);
      throw error;
    }),
    undefined,
    () => t('notifications.acknowledged'),
  );
  const columns = useMemo<Column<Alert>[]>(
    () => [
      { id: 'severity', header: t('notifications.severityLabel'), width: '120px', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
      {
        id: 'what',
        header: t('notifications.what'),
        width: 'minmax(280px, 3fr)',
        cell: (alert) => (
          <div>
            <PathLink path={alert.path}>{alert.title}</PathLink>
            <Text size="xs" c="dimmed" truncate title={alert.summary.join(' ')}>
              {alert.summary.join(' ')}
            </Text>
          </div>
        ),
      },
      {
        id: 'rule',
        header: t('notifications.rule'),
        width: 'minmax(140px, 1fr)',
        cell: (alert) => (
          <TextLink to="/notifications/rules/$ruleId" params={{ ruleId: alert.ruleId }}>
            {alert.ruleName}
          </TextLink>
        ),
      },
      { id: 'opened', header: t('notifications.since'), width: '130px', cell: ({ openedAt }) => <TimeText at={openedAt} /> },
      open
        ? { id: 'told', header: t('notifications.lastTold'), width: '130px', cell: ({ toldAt }) => (toldAt ? <TimeText at={toldAt} /> : t('notifications.notTold')) }
        : { id: 'ended', header: t('notifications.over'), width: '130px', cell: ({ endedAt }) => <TimeText at={endedAt} /> },
      {
        id: 'taken',
        header: t('notifications.takenUp'),
        width: '150px',
        cell: (alert) =>
          alert.acknowledgedBy ??
          (open && mayHandle && (
            <Button size="compact-xs" variant="light" onClick={() => acknowledge(alert)} aria-label={t('notifications.acknowledgeThis', { what: alert.title })}>
              {t('notifications.acknowledge')}
            </Button>
          )),
      },
    ],
    [t, open, mayHandle, acknowledge],
  );
  return (
    <>
      <FilterRow>
        <SegmentedControl
          size="xs"
          aria-label={t('notifications.which')}
          value={open ? 'open' : 'over'}
          data={[
            { value: 'open', label: t('notifications.areSo') },
            { value: 'over', label: t('notifications.wereSo') },
          ]}
          onChange={(value) => void navigate({ to: '/notifications', search: { rule, status: value === 'over' ? 'over' : undefined }, replace: true })}
        />
        {rule && (
          <Button size="xs" variant="subtle" onClick={() => void navigate({ to: '/notifications', search: { status } })}>
            {t('notifications.allRules')}
          </Button>
        )}
      </FilterRow>
      <DataTable
        label={t('notifications.alerts')}
        source={alerts}
        columns={columns}
        rowId={(alert) => alert.id}
        rowHeight={52}
        minWidth={980}
        empty={
          <EmptyState
            icon={IconBellOff}
            title={t(open ? 'notifications.noAlerts' : 'notifications.noneOver')}
            hint={t('notifications.noAlertsHint')}
            action={
              <May right="ADMINISTER_NOTIFICATIONS">
                <ButtonLink to="/notifications/rules/new" variant="light">
                  {t('notifications.newRule')}
                </ButtonLink>
              </May>
            }
          />
        }
      />
    </>
  );
}
