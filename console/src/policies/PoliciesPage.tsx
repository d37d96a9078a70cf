import { Select, Switch, Text } from '@mantine/core';
import { IconPlus, IconUserShield } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { Policy } from '../api/policies';
import { May } from '../rights/May';
import { useMay } from '../rights/rights';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { amount, list } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { EnableDialog } from './EnableDialog';
import { nameOf } from './policies';
import { RunBadge } from './RunBadge';

export function PoliciesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/policies' });
  const navigate = useNavigate();
  const [switched, setSwitched] = useState<Policy | null>(null);
  const policies = useList<Policy>('/policies', { q: search.q, enabled: search.status }, { every: 5000 });
  const change = (part: Partial<typeof search>) => void navigate({ to: '/policies', search: { ...search, ...part }, replace: true });
  const open = (policy: Policy) => void navigate({ to: '/policies/$policyId', params: { policyId: policy.id } });
  const { cursor } = useRowKeys({ rows: policies.rows, onOpen: open });
  const columns = useMemo<Column<Policy>[]>(
    () => [
      { id: 'enabled', header: t('policies.on'), width: '60px', cell: (policy) => <Toggle policy={policy} onAsk={setSwitched} /> },
      { id: 'name', header: t('common.name'), width: 'minmax(150px, 1.2fr)', cell: (policy) => <NameLink policy={policy} /> },
      { id: 'condition', header: t('policies.condition'), width: 'minmax(150px, 1.4fr)', cell: (policy) => <Condition text={policy.condition} /> },
      { id: 'grants', header: t('policies.grants'), width: 'minmax(130px, 1.3fr)', cell: (policy) => list(policy.grants.map((grant) => nameOf(t, grant))) },
      { id: 'users', header: t('policies.users'), width: '75px', cell: (policy) => amount(policy.users) },
      { id: 'version', header: t('policies.version'), width: '75px', cell: (policy) => policy.number },
      { id: 'run', header: t('policies.lastRun'), width: '140px', cell: (policy) => policy.lastRun && <RunBadge run={policy.lastRun} /> },
      { id: 'updated', header: t('common.updated'), width: '100px', cell: (policy) => <TimeText at={policy.updatedAt} /> },
    ],
    [t],
  );
  const create = (
    <ButtonLink to="/policies/new" leftSection={<IconPlus size={16} />}>
      {t('policies.create')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.policies')} subtitle={t('policies.hint')} actions={<May right="ADMINISTER_POLICIES">{create}</May>} fill>
      <FilterRow>
        <SearchBox label={t('policies.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Select
          size="xs"
          w={150}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={['true', 'false'].map((value) => ({ value, label: t(`policies.enabled.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
        />
      </FilterRow>
      <DataTable
        label={t('nav.policies')}
        source={policies}
        columns={columns}
        rowId={(policy) => policy.id}
        onOpen={open}
        cursor={cursor}
        minWidth={900}
        empty={<EmptyState icon={IconUserShield} title={t('policies.empty')} hint={t('policies.emptyHint')} action={<May right="ADMINISTER_POLICIES">{create}</May>} />}
      />
      {switched && <EnableDialog policy={switched} onClose={() => setSwitched(null)} />}
    </Page>
  );
}

function Toggle({ policy, onAsk }: { policy: Policy; onAsk: (policy: Policy) => void }) {
  const { t } = useTranslation();
  const may = useMay()('ADMINISTER_POLICIES');
  return (
    <Switch
      size="xs"
      disabled={!may}
      aria-label={t(policy.enabled ? 'policies.disableOf' : 'policies.enableOf', { name: policy.name })}
      checked={policy.enabled}
      onChange={() => onAsk(policy)}
    />
  );
}

function NameLink({ policy }: { policy: Policy }) {
  return (
    <TextLink to="/policies/$policyId" params={{ policyId: policy.id }}>
      {policy.name}
    </TextLink>
  );
}

function Condition({ text }: { text: string }) {
  return (
    <Text span ff="monospace" size="xs" truncate title={text}>
      {text}
    </Text>
  );
}
