import { Tabs } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check } from '../api/governance';
import { useList } from '../api/list';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { amount } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { RunStatusBadge } from './badges';
import { FAMILIES, type Family } from './families';
import { FindingsTable } from './FindingsTable';
import { RunsTable } from './RunsTable';

export const AccountPoliciesPage = () => <ChecksPage family="account-policies" />;
export const CompliancePage = () => <ChecksPage family="compliance" />;

/** Policies or rules, what they found, and when they ran. */
function ChecksPage({ family }: { family: Family }) {
  const { t } = useTranslation();
  const { tab = 'checks' } = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <Page
      title={t(`governance.${family}.title`)}
      subtitle={t(`governance.${family}.hint`)}
      actions={
        <May right="ADMINISTER_POLICIES">
          <ButtonLink to="/governance/$family/new" params={{ family }} leftSection={<IconPlus size={16} />}>
            {t(`governance.${family}.new`)}
          </ButtonLink>
        </May>
      }
      fill
    >
      <Tabs value={tab} onChange={(value) => void navigate({ to: '.', search: { tab: value ?? undefined }, replace: true })} mb="sm">
        <Tabs.List>
          <Tabs.Tab value="checks">{t(`governance.${family}.many`)}</Tabs.Tab>
          <Tabs.Tab value="findings">{t('governance.findings')}</Tabs.Tab>
          <Tabs.Tab value="runs">{t(`governance.${family}.runs`)}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {tab === 'findings' ? (
        <FindingsTable family={family} path={FAMILIES[family].findings} query={{ status: ['OPEN', 'HELD', 'ACTED', 'PASSED'] }} />
      ) : tab === 'runs' ? (
        <RunsTable family={family} />
      ) : (
        <ChecksTable family={family} />
      )}
    </Page>
  );
}

function ChecksTable({ family }: { family: Family }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const checks = useList<Check>(FAMILIES[family].checks, {}, { every: 5000 });
  const open = (check: Check) => void navigate({ to: '/governance/$family/$checkId', params: { family, checkId: check.id } });
  const { cursor } = useRowKeys({ rows: checks.rows, onOpen: open });
  const columns = useMemo<Column<Check>[]>(
    () => [
      {
        id: 'name',
        header: t('common.name'),
        width: 'minmax(180px, 1.5fr)',
        cell: (check) => (
          <TextLink to="/governance/$family/$checkId" params={{ family, checkId: check.id }}>
            {check.name}
          </TextLink>
        ),
      },
      { id: 'kind', header: t('governance.looksFor'), width: 'minmax(140px, 1fr)', cell: (check) => t(`governance.kind.${check.definition.kind}`) },
      ...(family === 'account-policies'
        ? [{ id: 'application', header: t('applications.one'), width: 'minmax(90px, 1fr)', cell: (check: Check) => check.applicationName }]
        : []),
      { id: 'action', header: t('governance.action'), width: 'minmax(120px, 0.8fr)', cell: (check) => t(`governance.remedy.${check.action}`) },
      { id: 'next', header: t('governance.next'), width: '90px', cell: (check) => (check.nextRunAt ? <TimeText at={check.nextRunAt} /> : t('governance.byHand')) },
      { id: 'last', header: t('governance.last'), width: '90px', cell: (check) => check.lastRun && <TimeText at={check.lastRun.createdAt} /> },
      { id: 'result', header: t('common.status'), width: '110px', cell: (check) => check.lastRun && <RunStatusBadge status={check.lastRun.status} /> },
      { id: 'found', header: t('governance.found'), width: '64px', cell: (check) => check.lastRun && amount(check.lastRun.found) },
    ],
    [t, family],
  );
  return (
    <DataTable
      label={t(`governance.${family}.many`)}
      source={checks}
      columns={columns}
      rowId={(check) => check.id}
      onOpen={open}
      cursor={cursor}
      minWidth={900}
      empty={
        <EmptyState
          icon={IconShieldCheck}
          title={t(`governance.${family}.empty`)}
          hint={t(`governance.${family}.emptyHint`)}
          action={
            <May right="ADMINISTER_POLICIES">
              <ButtonLink to="/governance/$family/new" params={{ family }} variant="light">
                {t(`governance.${family}.new`)}
              </ButtonLink>
            </May>
          }
        />
      }
    />
  );
}
