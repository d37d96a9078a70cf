import { Button, Group, Menu } from '@mantine/core';
import { IconDownload, IconLink, IconListSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT, type AuditEntry } from '../api/audit';
import { address } from '../api/client';
import { useList } from '../api/list';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { AuditDialog } from './AuditDialog';
import { AuditFilters, type AuditSearch } from './AuditFilters';
import { OutcomeBadge } from './OutcomeBadge';
import { actName } from './words';

/** Who did what with the platform itself. */
export function AuditPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/settings/audit' });
  const [opened, setOpened] = useState<string | null>(null);
  // A link in the dialog leads to other entries of this very page.
  useEffect(() => setOpened(null), [search.actor, search.objectId]);
  const query = queryOf(search);
  const entries = useList<AuditEntry>(AUDIT, query);
  const { cursor } = useRowKeys({ rows: entries.rows, onOpen: (entry: AuditEntry) => setOpened(entry.id) });
  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      { id: 'at', header: t('audit.at'), width: '130px', cell: ({ at }) => <TimeText at={at} /> },
      { id: 'actor', header: t('audit.actor'), width: 'minmax(130px, 1fr)', cell: ({ actor }) => actor.name ?? t('audit.nobody') },
      {
        id: 'act',
        header: t('audit.act'),
        width: 'minmax(200px, 1.5fr)',
        cell: (entry) => (
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            maw="100%"
            title={actName(t, entry.act)}
            styles={{ label: { display: 'block', textOverflow: 'ellipsis' } }}
            onClick={() => setOpened(entry.id)}
          >
            {actName(t, entry.act)}
          </Button>
        ),
      },
      { id: 'object', header: t('audit.object'), width: 'minmax(160px, 1.5fr)', cell: ({ object }) => object.name ?? object.id },
      { id: 'outcome', header: t('audit.outcome'), width: '130px', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
      { id: 'reason', header: t('audit.reason'), width: 'minmax(160px, 1.5fr)', cell: ({ reason, code }) => reason ?? code },
      { id: 'from', header: t('audit.from'), width: '130px', cell: ({ remoteAddress }) => remoteAddress },
    ],
    [t],
  );
  const change = (part: Partial<AuditSearch>) => void navigate({ to: '/settings/audit', search: { ...search, ...part }, replace: true });
  return (
    <Page title={t('audit.title')} subtitle={t('audit.subtitle')} fill actions={<Actions query={query} />}>
      <AuditFilters search={search} onChange={change} />
      <DataTable
        label={t('audit.title')}
        source={entries}
        columns={columns}
        rowId={(entry) => entry.id}
        onOpen={(entry) => setOpened(entry.id)}
        cursor={cursor}
        minWidth={1040}
        empty={<EmptyState icon={IconListSearch} title={t('audit.none')} hint={t('audit.noneHint')} />}
      />
      {opened && <AuditDialog id={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function Actions({ query }: { query: Record<string, string | undefined> }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <ButtonLink to="/settings/integrity" variant="default" size="xs" leftSection={<IconLink size={15} aria-hidden />}>
        {t('settings.integrity')}
      </ButtonLink>
      <Export query={query} />
    </Group>
  );
}

function Export({ query }: { query: Record<string, string | undefined> }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={15} />}>
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={address(`${AUDIT}/export`, { ...query, format })} download>
            {t(`audit.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Days as a person names them; the last one counts whole. */
function queryOf({ from, to, ...search }: AuditSearch): Record<string, string | undefined> {
  const end = to === undefined ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000);
  return { ...search, from: from && `${from}T00:00:00Z`, to: end?.toISOString() };
}
