import { Select } from '@mantine/core';
import { IconTools } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { REPAIR_ACTIONS, REPAIR_STATUSES, type Repair, type RepairAction, type RepairStatus } from '../api/repairs';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { RepairStatusBadge } from './badges';
import { RepairProgress } from './RepairProgress';
import { isMoving } from './repairs';
import { titleOf } from './words';

export function RepairsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/repairs' });
  const navigate = useNavigate();
  const repairs = useList<Repair>('/repairs', search, { every: 5000 });
  const open = (repair: Repair) => void navigate({ to: '/repairs/$repairId', params: { repairId: repair.id } });
  const narrow = (more: Partial<typeof search>) => void navigate({ to: '/repairs', search: { ...search, ...more }, replace: true });
  const { cursor } = useRowKeys({ rows: repairs.rows, onOpen: open });
  const columns = useMemo<Column<Repair>[]>(
    () => [
      { id: 'what', header: t('repairs.what'), width: 'minmax(190px, 1.4fr)', cell: (repair) => <What repair={repair} title={titleOf(t, repair)} /> },
      { id: 'scope', header: t('repairs.scope'), width: 'minmax(130px, 1fr)', cell: (repair) => (repair.filter ? t('repairs.byFilter') : t('repairs.bySelection')) },
      { id: 'status', header: t('common.status'), width: '150px', cell: (repair) => <RepairStatusBadge status={repair.status} /> },
      { id: 'progress', header: t('repairs.progress'), width: 'minmax(160px, 1.2fr)', cell: (repair) => <RepairProgress repair={repair} bare /> },
      { id: 'by', header: t('repairs.by'), width: '130px', cell: (repair) => (repair.runBy ?? repair.plannedBy).name },
      { id: 'created', header: t('common.created'), width: '120px', cell: (repair) => <TimeText at={repair.createdAt} /> },
    ],
    [t],
  );
  return (
    <Page title={t('nav.repairs')} subtitle={t(repairs.rows.some(isMoving) ? 'repairs.atWork' : 'repairs.hint')} fill>
      <FilterRow>
        <Select
          size="xs"
          w={160}
          clearable
          aria-label={t('repairs.actionLabel')}
          placeholder={t('repairs.actionLabel')}
          data={REPAIR_ACTIONS.map((value) => ({ value, label: t(`repairs.action.${value}`) }))}
          value={search.action ?? null}
          onChange={(action) => narrow({ action: (action as RepairAction) ?? undefined })}
        />
        <Select
          size="xs"
          w={160}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={REPAIR_STATUSES.map((value) => ({ value, label: t(`repairs.status.${value}.label`) }))}
          value={search.status ?? null}
          onChange={(status) => narrow({ status: (status as RepairStatus) ?? undefined })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.repairs')}
        source={repairs}
        columns={columns}
        rowId={(repair) => repair.id}
        onOpen={open}
        cursor={cursor}
        minWidth={900}
        empty={
          <EmptyState
            icon={IconTools}
            title={t('repairs.empty')}
            hint={t('repairs.emptyHint')}
            action={
              <ButtonLink to="/log" variant="light">
                {t('nav.log')}
              </ButtonLink>
            }
          />
        }
      />
    </Page>
  );
}

function What({ repair, title }: { repair: Repair; title: string }) {
  return (
    <TextLink to="/repairs/$repairId" params={{ repairId: repair.id }}>
      {title}
    </TextLink>
  );
}
