import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../api/governance';
import { useList } from '../api/list';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { RunStatusBadge } from './badges';
import { FAMILIES, type Family } from './families';

export function RunsTable({ family, checkId }: { family: Family; checkId?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const runs = useList<Run>(FAMILIES[family].runs, { checkId }, { every: 3000 });
  const open = (run: Run) => void navigate({ to: '/governance/$family/runs/$runId', params: { family, runId: run.id } });
  const { cursor } = useRowKeys({ rows: runs.rows, onOpen: open });
  const columns = useMemo<Column<Run>[]>(
    () => [
      {
        id: 'name',
        header: t('common.name'),
        width: 'minmax(170px, 1.4fr)',
        cell: (run) => (
          <TextLink to="/governance/$family/runs/$runId" params={{ family, runId: run.id }}>
            {run.dryRun ? t('governance.dryRunOf', { name: run.name }) : run.name}
          </TextLink>
        ),
      },
      { id: 'status', header: t('common.status'), width: '150px', cell: (run) => <RunStatusBadge status={run.status} /> },
      { id: 'found', header: t('governance.found'), width: '90px', cell: (run) => amount(run.found) },
      { id: 'fresh', header: t('governance.fresh'), width: '90px', cell: (run) => amount(run.fresh) },
      { id: 'acted', header: t('governance.acted'), width: '90px', cell: (run) => amount(run.acted) },
      { id: 'initiator', header: t('synclog.column.initiator'), width: '140px', cell: (run) => run.initiator.name },
      { id: 'started', header: t('governance.started'), width: '130px', cell: (run) => <TimeText at={run.createdAt} /> },
    ],
    [t, family],
  );
  return (
    <DataTable
      label={t(`governance.${family}.runs`)}
      source={runs}
      columns={columns}
      rowId={(run) => run.id}
      onOpen={open}
      cursor={cursor}
      minWidth={820}
      empty={<EmptyState title={t('governance.noRuns')} hint={t('governance.noRunsHint')} />}
    />
  );
}
