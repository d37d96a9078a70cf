import { Select, Switch, Tabs } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { useList } from '../api/list';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { later } from '../ui/later';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { EndingSoon } from './EndingSoon';
import { HasEnded } from './HasEnded';
import { RequestStateBadge } from './RequestStateBadge';
import { subjectWords } from './words';

const UsualRules = later(() => import('./UsualRules').then((part) => part.UsualRules));

const TABS = ['all', 'endingSoon', 'hasEnded', 'rules'] as const;

/** Every access request, what ends soon, what has ended, and the rules that hold everywhere. */
export function RequestsPage() {
  const { t } = useTranslation();
  const { tab = 'all' } = useSearch({ from: '/inside/requests' });
  const navigate = useNavigate();
  return (
    <Page title={t('requests.title')} subtitle={t('requests.hint')} fill>
      <Tabs value={tab} keepMounted={false} onChange={(next) => void navigate({ to: '/requests', search: { tab: next ?? undefined }, replace: true })} style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`requests.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="all" style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
          <AllRequests />
        </Tabs.Panel>
        <Tabs.Panel value="endingSoon" style={{ overflow: 'auto', flex: 1 }}>
          <EndingSoon />
        </Tabs.Panel>
        <Tabs.Panel value="hasEnded" style={{ overflow: 'auto', flex: 1 }}>
          <HasEnded />
        </Tabs.Panel>
        <Tabs.Panel value="rules" style={{ overflow: 'auto', flex: 1 }}>
          <UsualRules />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function AllRequests() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/requests' });
  const navigate = useNavigate();
  const change = (part: Partial<typeof search>) => void navigate({ to: '/requests', search: { ...search, ...part }, replace: true });
  const requests = useList<AccessRequest>('/access-requests', { q: search.q, status: search.status, forAdministrators: search.mine === 'yes' || undefined }, { every: 15_000 });
  const open = (request: AccessRequest) => void navigate({ to: '/requests/$requestId', params: { requestId: request.id } });
  const { cursor } = useRowKeys({ rows: requests.rows, onOpen: open });
  const columns = useMemo<Column<AccessRequest>[]>(
    () => [
      { id: 'number', header: t('requests.number'), width: '90px', cell: (request) => <NumberLink request={request} /> },
      { id: 'state', header: t('common.status'), width: '170px', cell: (request) => <RequestStateBadge state={request.state} /> },
      { id: 'for', header: t('requests.for'), width: 'minmax(130px, 1fr)', cell: (request) => request.beneficiary.name },
      { id: 'what', header: t('requests.what'), width: 'minmax(200px, 2fr)', cell: (request) => subjectWords(request, t) },
      { id: 'message', header: t('requests.now'), width: 'minmax(180px, 1.6fr)', cell: (request) => request.message },
      { id: 'submitted', header: t('requests.submitted'), width: '120px', cell: (request) => <TimeText at={request.submittedAt} /> },
    ],
    [t],
  );
  return (
    <>
      <FilterRow>
        <SearchBox label={t('requests.search')} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Select
          size="xs"
          w={170}
          clearable
          aria-label={t('common.status')}
          placeholder={t('common.status')}
          data={(['WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const).map((value) => ({ value, label: t(`requests.state.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => change({ status: status ?? undefined })}
        />
        <Switch size="xs" label={t('requests.onlyAdministrators')} checked={search.mine === 'yes'} onChange={(event) => change({ mine: event.currentTarget.checked ? 'yes' : undefined })} />
      </FilterRow>
      <DataTable
        label={t('requests.title')}
        source={requests}
        columns={columns}
        rowId={(request) => request.id}
        onOpen={open}
        cursor={cursor}
        minWidth={900}
        memory="requests"
        empty={<EmptyState icon={IconUserQuestion} title={t('requests.empty')} hint={t('requests.emptyHint')} />}
      />
    </>
  );
}

function NumberLink({ request }: { request: AccessRequest }) {
  return (
    <TextLink to="/requests/$requestId" params={{ requestId: request.id }}>
      {request.number}
    </TextLink>
  );
}
