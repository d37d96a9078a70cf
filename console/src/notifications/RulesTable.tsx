import { Text } from '@mantine/core';
import { IconBellCog } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { PATHS, type Rule } from '../api/notifications';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { amount, list } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { useRowKeys } from '../ui/useRowKeys';
import { SeverityBadge } from './badges';
import { RuleState } from './RuleState';
import { inWords } from './words';

export function RulesTable() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rules = useList<Rule>(PATHS.rules, {}, { every: 5000 });
  const open = (rule: Rule) => void navigate({ to: '/notifications/rules/$ruleId', params: { ruleId: rule.id } });
  const { cursor } = useRowKeys({ rows: rules.rows, onOpen: open });
  const columns = useMemo<Column<Rule>[]>(
    () => [
      {
        id: 'name',
        header: t('common.name'),
        width: 'minmax(160px, 1.2fr)',
        cell: (rule) => (
          <TextLink to="/notifications/rules/$ruleId" params={{ ruleId: rule.id }}>
            {rule.name}
          </TextLink>
        ),
      },
      { id: 'condition', header: t('notifications.watches'), width: 'minmax(220px, 2fr)', cell: (rule) => inWords(t, rule.condition) },
      {
        id: 'where',
        header: t('notifications.where'),
        width: 'minmax(120px, 1fr)',
        cell: (rule) => (rule.condition.kind === 'RUN_HELD' ? null : list(rule.applications.map(({ name }) => name)) || t('notifications.everywhere')),
      },
      { id: 'severity', header: t('notifications.severityLabel'), width: '120px', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
      { id: 'channels', header: t('notifications.channels'), width: 'minmax(120px, 1fr)', cell: (rule) => list(rule.channels.map(({ name }) => name)) },
      { id: 'state', header: t('common.status'), width: '130px', cell: (rule) => <RuleState rule={rule} /> },
      {
        id: 'alerts',
        header: t('notifications.alerts'),
        width: '80px',
        cell: (rule) =>
          rule.alerts > 0 ? (
            <TextLink to="/notifications" search={{ rule: rule.id }}>
              {amount(rule.alerts)}
            </TextLink>
          ) : (
            <Text size="sm" c="dimmed" component="span">
              0
            </Text>
          ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('notifications.rules')}
      source={rules}
      columns={columns}
      rowId={(rule) => rule.id}
      onOpen={open}
      cursor={cursor}
      minWidth={1000}
      empty={
        <EmptyState
          icon={IconBellCog}
          title={t('notifications.noRules')}
          hint={t('notifications.noRulesHint')}
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
  );
}
