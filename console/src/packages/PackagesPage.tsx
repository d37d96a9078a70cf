import { Button, Select, Text } from '@mantine/core';
import { IconBox, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { PermissionPackage } from '../api/policies';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { later } from '../ui/later';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { list } from '../ui/format';
import { useRowKeys } from '../ui/useRowKeys';
import { SwitchBadge } from './SwitchBadge';

const PackageDialog = later(() => import('./PackageDialog').then((part) => part.PackageDialog));

export function PackagesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/packages' });
  const navigate = useNavigate();
  const [edited, setEdited] = useState<PermissionPackage | 'new' | null>(null);
  const packages = useList<PermissionPackage>('/packages', { q: search.q, applicationId: search.application, active: search.status });
  const change = (part: Partial<typeof search>) => void navigate({ to: '/packages', search: { ...search, ...part }, replace: true });
  const { cursor } = useRowKeys({ rows: packages.rows, onOpen: setEdited });
  const columns = useMemo<Column<PermissionPackage>[]>(
    () => [
      { id: 'name', header: t('common.name'), width: 'minmax(180px, 1.2fr)', cell: (one) => <NameButton one={one} onOpen={setEdited} /> },
      { id: 'description', header: t('packages.description'), width: 'minmax(160px, 1.4fr)', cell: (one) => one.description },
      { id: 'items', header: t('packages.items'), width: 'minmax(180px, 1.6fr)', cell: (one) => summary(one) },
      { id: 'active', header: t('common.status'), width: '120px', cell: (one) => <SwitchBadge on={one.active} words="packages.activity" /> },
      { id: 'halves', header: t('packages.for'), width: '190px', cell: (one) => halves(one, t) },
    ],
    [t],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('packages.create')}
    </Button>
  );
  return (
    <Page title={t('nav.packages')} subtitle={t('packages.hint')} actions={<May right="ADMINISTER_POLICIES">{create}</May>} fill>
      <FilterRow>
        <SearchBox label={t('packages.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <ApplicationSelect size="xs" w={200} label={undefined} aria-label={t('applications.one')} clearable value={search.application ?? null} onChange={(application) => change({ application: application ?? undefined })} />
        <Select
          size="xs"
          w={150}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={['true', 'false'].map((value) => ({ value, label: t(`packages.activity.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.packages')}
        source={packages}
        columns={columns}
        rowId={(one) => one.id}
        onOpen={setEdited}
        cursor={cursor}
        minWidth={860}
        empty={<EmptyState icon={IconBox} title={t('packages.empty')} hint={t('packages.emptyHint')} action={<May right="ADMINISTER_POLICIES">{create}</May>} />}
      />
      {edited && <PackageDialog edited={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function NameButton({ one, onOpen }: { one: PermissionPackage; onOpen: (one: PermissionPackage) => void }) {
  return (
    <Button variant="transparent" size="compact-sm" p={0} fw={500} onClick={() => onOpen(one)}>
      {one.name}
    </Button>
  );
}

function summary({ items }: PermissionPackage) {
  const names = list(items.map((item) => item.permissionName ?? item.applicationName));
  return (
    <Text size="sm" truncate title={names}>
      {names}
    </Text>
  );
}

function halves({ provisionable, requestable, maxDays }: PermissionPackage, t: (key: string, words?: Record<string, unknown>) => string) {
  const parts = [provisionable && t('packages.policies'), requestable && (maxDays ? t('packages.requestsUpTo', { count: maxDays }) : t('packages.requests'))];
  return list(parts);
}
