import { Group, Select, Text } from '@mantine/core';
import { IconFileImport, IconUsersPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { useList } from '../api/list';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { amount } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { BatchProgress } from './BatchProgress';
import { initiatorOf, isMoving, kindOf } from './batches';
import { BatchStatusBadge } from './BatchStatusBadge';

export function BatchesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/imports' });
  const navigate = useNavigate();
  const batches = useList<Batch>('/batches', { kind: search.kind, applicationId: search.application }, { every: 5000 });
  const open = (batch: Batch) => void navigate({ to: '/imports/$batchId', params: { batchId: batch.id } });
  const { cursor } = useRowKeys({ rows: batches.rows, onOpen: open });
  const columns = useMemo<Column<Batch>[]>(
    () => [
      { id: 'name', header: t('common.name'), width: 'minmax(170px, 1.4fr)', cell: (batch) => <NameLink batch={batch} /> },
      { id: 'kind', header: t('imports.kindLabel'), width: '140px', cell: (batch) => kindOf(t, batch) },
      { id: 'application', header: t('applications.one'), width: 'minmax(120px, 1fr)', cell: (batch) => batch.applicationName },
      { id: 'status', header: t('common.status'), width: '130px', cell: (batch) => <BatchStatusBadge status={batch.status} /> },
      { id: 'progress', header: t('imports.progress'), width: 'minmax(160px, 1.2fr)', cell: (batch) => <BatchProgress batch={batch} bare /> },
      { id: 'rows', header: t('imports.rows'), width: '80px', cell: (batch) => amount(batch.total) },
      { id: 'initiator', header: t('synclog.column.initiator'), width: '120px', cell: initiatorOf },
      { id: 'created', header: t('common.created'), width: '110px', cell: (batch) => <TimeText at={batch.createdAt} /> },
    ],
    [t],
  );
  return (
    <Page title={t('nav.imports')} subtitle={t(batches.rows.some(isMoving) ? 'imports.atWork' : 'imports.hint')} actions={<Begin />} fill>
      <FilterRow>
        <ApplicationSelect size="xs" w={200} label={undefined} aria-label={t('applications.one')} clearable value={search.application ?? null} onChange={(application) => void navigate({ to: '/imports', search: { ...search, application: application ?? undefined }, replace: true })} />
        <Select
          size="xs"
          w={180}
          clearable
          aria-label={t('imports.kindLabel')}
          placeholder={t('imports.kindLabel')}
          data={['IMPORT', 'PROVISIONING', 'USERS'].map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
          value={search.kind ?? null}
          onChange={(kind) => void navigate({ to: '/imports', search: { ...search, kind: kind ?? undefined }, replace: true })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.imports')}
        source={batches}
        columns={columns}
        rowId={(batch) => batch.id}
        onOpen={open}
        cursor={cursor}
        minWidth={1000}
        empty={<EmptyState icon={IconFileImport} title={t('imports.empty')} hint={t('imports.emptyHint')} action={<Begin />} />}
      />
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  return (
    <May right="CHANGE_ACCOUNTS">
      <Group gap="xs">
        <May right="SEE_PEOPLE">
          <ButtonLink to="/imports/provision" variant="default" leftSection={<IconUsersPlus size={16} />}>
            {t('imports.provision')}
          </ButtonLink>
        </May>
        <ButtonLink to="/imports/new" leftSection={<IconFileImport size={16} />}>
          {t('imports.new')}
        </ButtonLink>
      </Group>
    </May>
  );
}

function NameLink({ batch }: { batch: Batch }) {
  return (
    <TextLink to="/imports/$batchId" params={{ batchId: batch.id }}>
      <Text span size="sm" title={batch.name}>
        {batch.name}
      </Text>
    </TextLink>
  );
}
