import { Text } from '@mantine/core';
import { IconApps, IconCircleCheck, IconPlayerPause, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/directory';
import { useList } from '../api/list';
import { May } from '../rights/May';
import { Badge } from '../ui/Badge';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { useConnectors } from './connectors';

export function ApplicationsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/applications' });
  const navigate = useNavigate();
  const applications = useList<Application>('/applications', { q: search.q });
  const { data: connectors } = useConnectors();
  const open = (application: Application) => void navigate({ to: '/applications/$applicationId', params: { applicationId: application.id } });
  const { cursor } = useRowKeys({ rows: applications.rows, onOpen: open });
  const columns = useMemo<Column<Application>[]>(
    () => [
      { id: 'name', header: t('common.name'), width: 'minmax(160px, 1.4fr)', cell: (application) => <NameLink application={application} /> },
      {
        id: 'connector',
        header: t('applications.connector'),
        width: 'minmax(120px, 1fr)',
        cell: ({ connector }) => connectors?.find((one) => one.name === connector)?.label ?? connector,
      },
      { id: 'synchronization', header: t('applications.dataSynchronization'), width: '150px', cell: (application) => <Synchronization on={application.dataSynchronization} /> },
      { id: 'callback', header: t('applications.answers'), width: 'minmax(120px, 1fr)', cell: ({ callback }) => <Text size="sm" span c="dimmed">{t(callback.enabled ? 'applications.byCallback' : 'applications.atOnce')}</Text> },
      { id: 'mappings', header: t('applications.mappings'), width: '90px', cell: ({ mappings }) => mappings.length },
      { id: 'records', header: '', width: '100px', cell: ({ id }) => <TextLink to="/log" search={{ view: 'all', application: [id] }}>{t('applications.records')}</TextLink> },
      { id: 'updated', header: t('common.updated'), width: '110px', cell: ({ updatedAt }) => <TimeText at={updatedAt} /> },
    ],
    [t, connectors],
  );
  const create = (
    <ButtonLink to="/applications/new" leftSection={<IconPlus size={16} />}>
      {t('applications.create')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.applications')} subtitle={t('applications.hint')} actions={<May right="ADMINISTER_APPLICATIONS">{create}</May>} fill>
      <FilterRow>
        <SearchBox label={t('applications.search')} value={search.q ?? ''} onChange={(q) => void navigate({ to: '/applications', search: { q: q || undefined }, replace: true })} />
      </FilterRow>
      <DataTable
        label={t('nav.applications')}
        source={applications}
        columns={columns}
        rowId={(application) => application.id}
        onOpen={open}
        cursor={cursor}
        minWidth={860}
        empty={<EmptyState icon={IconApps} title={t('applications.empty')} hint={t('applications.emptyHint')} action={<May right="ADMINISTER_APPLICATIONS">{create}</May>} />}
      />
    </Page>
  );
}

function NameLink({ application }: { application: Application }) {
  return (
    <TextLink to="/applications/$applicationId" params={{ applicationId: application.id }}>
      {application.name}
    </TextLink>
  );
}

function Synchronization({ on }: { on: boolean }) {
  const { t } = useTranslation();
  return on ? <Badge tone="green" icon={IconCircleCheck} label={t('applications.on')} /> : <Badge tone="gray" icon={IconPlayerPause} label={t('applications.off')} />;
}
