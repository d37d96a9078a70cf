import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/client';
import type { Finding } from '../api/governance';
import { useList } from '../api/list';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { FindingStatusBadge } from './badges';
import type { Family } from './families';
import { whyOf } from './why';

interface FindingsTableProps {
  family: Family;
  path: string;
  query?: Query;
  /** Whether more may be found while one looks. */
  moving?: boolean;
}

export function FindingsTable({ family, path, query = {}, moving = true }: FindingsTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const findings = useList<Finding>(path, query, { every: moving ? 3000 : false });
  const open = (finding: Finding) => void navigate({ to: '/governance/findings/$findingId', params: { findingId: finding.id } });
  const { cursor } = useRowKeys({ rows: findings.rows, onOpen: open });
  const columns = useMemo<Column<Finding>[]>(
    () => [
      {
        id: 'object',
        header: t('governance.about'),
        width: 'minmax(150px, 1fr)',
        cell: (finding) => (
          <TextLink to="/governance/findings/$findingId" params={{ findingId: finding.id }}>
            {finding.objectName}
          </TextLink>
        ),
      },
      { id: 'user', header: t('users.one'), width: 'minmax(120px, 1fr)', cell: (finding) => finding.userName ?? t('governance.nobody') },
      { id: 'application', header: t('applications.one'), width: 'minmax(110px, 1fr)', cell: (finding) => finding.applicationName ?? t('governance.several') },
      { id: 'why', header: t('governance.why'), width: 'minmax(220px, 2fr)', cell: (finding) => whyOf(t, finding) },
      { id: 'status', header: t('common.status'), width: '150px', cell: (finding) => <FindingStatusBadge status={finding.status} /> },
      { id: 'seen', header: t('governance.seen'), width: '120px', cell: (finding) => <TimeText at={finding.seenAt} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('governance.findings')}
      source={findings}
      columns={columns}
      rowId={(finding) => finding.id}
      onOpen={open}
      cursor={cursor}
      minWidth={860}
      empty={<EmptyState title={t('governance.noFindings')} hint={t(`governance.${family}.noFindingsHint`)} />}
    />
  );
}
