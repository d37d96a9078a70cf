import { Button, Group, Select, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { OUTCOMES, RECONCILIATIONS, type Act, type Kind, type ReconciliationFinding, type ReconciliationRun } from '../api/reconciliation';
import type { ObjectType } from '../api/tasks';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { amount } from '../ui/format';
import { SearchBox } from '../ui/SearchBox';
import { useRowKeys } from '../ui/useRowKeys';
import { ActAllDialog } from './ActAllDialog';
import { OutcomeBadge } from './badges';
import { categoriesOf } from './counts';
import { FindingDialog } from './FindingDialog';
import { whatItComesTo } from './words';

interface FindingsOfKindProps {
  run: ReconciliationRun;
  objectType: ObjectType;
  kind: Kind;
}

/** The findings of one category, and what can be done about all of them. */
export function FindingsOfKind({ run, objectType, kind }: FindingsOfKindProps) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/reconciliations/$runId' });
  const navigate = useNavigate();
  const path = `${RECONCILIATIONS}/${run.id}/findings`;
  const moving = run.acting?.underWay === true;
  const findings = useList<ReconciliationFinding>(path, { objectType, kind, outcome: search.outcome, q: search.q });
  const { refetch } = findings;
  const done = run.acting ? run.acting.done + run.acting.refused : 0;
  useEffect(() => {
    // Whatever was acted on last shows what became of it.
    void refetch();
  }, [moving, done, refetch]);
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState<Act | null>(null);
  const { cursor } = useRowKeys({ rows: findings.rows, onOpen: (finding) => setOpened(finding.id) });
  const columns = useMemo<Column<ReconciliationFinding>[]>(
    () => [
      {
        id: 'name',
        header: t(`reconciliation.one.${objectType}`),
        width: 'minmax(150px, 1fr)',
        cell: ({ id, name }) => (
          <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpened(id)}>
            {name}
          </Button>
        ),
      },
      { id: 'subject', header: t(`reconciliation.subject.${objectType}`), width: 'minmax(150px, 1fr)', cell: ({ subject }) => subject && `${subject.name}${subject.detail ? ` (${subject.detail})` : ''}` },
      { id: 'comesTo', header: t('reconciliation.comesTo'), width: 'minmax(220px, 2fr)', cell: (finding) => whatItComesTo(t, finding) },
      { id: 'outcome', header: t('common.status'), width: '150px', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
    ],
    [t, objectType],
  );
  const filter = (next: { outcome?: string; q?: string }) =>
    void navigate({ to: '/reconciliations/$runId', params: { runId: run.id }, search: { type: objectType, kind, outcome: search.outcome, q: search.q, ...next }, replace: true });
  const shown = findings.rows.find(({ id }) => id === opened);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`reconciliation.kindHelp.${kind}`)}
      </Text>
      <FilterRow>
        <SearchBox label={t('reconciliation.search')} value={search.q ?? ''} onChange={(q) => filter({ q: q || undefined })} width={240} />
        <Select
          size="xs"
          w={190}
          clearable
          aria-label={t('common.status')}
          placeholder={t('reconciliation.anyOutcome')}
          data={OUTCOMES.map((value) => ({ value, label: t(`reconciliation.outcome.${value}`) }))}
          value={search.outcome ?? null}
          onChange={(outcome) => filter({ outcome: outcome ?? undefined })}
        />
        <May right="CHANGE_ACCOUNTS">
          <ActAllButtons run={run} objectType={objectType} kind={kind} disabled={moving} onAsk={setAll} />
        </May>
      </FilterRow>
      <DataTable
        label={t('reconciliation.findings')}
        source={findings}
        columns={columns}
        rowId={(finding) => finding.id}
        onOpen={(finding) => setOpened(finding.id)}
        cursor={cursor}
        minWidth={760}
        empty={<EmptyState title={t('reconciliation.noneOfThem')} hint={t('reconciliation.noneOfThemHint')} />}
      />
      {shown && <FindingDialog runId={run.id} finding={shown} onClose={() => setOpened(null)} />}
      {all && <ActAllDialog run={run} act={all} objectType={objectType} kind={kind} onClose={() => setAll(null)} />}
    </>
  );
}

interface ActAllButtonsProps extends FindingsOfKindProps {
  disabled: boolean;
  onAsk: (act: Act) => void;
}

function ActAllButtons({ run, objectType, kind, disabled, onAsk }: ActAllButtonsProps) {
  const { t } = useTranslation();
  const category = categoriesOf(run.counts).find((one) => one.objectType === objectType && one.kind === kind);
  const acts: [Act, number][] = [
    ['LINK', kind === 'MATCHED' ? (category?.open ?? 0) : 0],
    ['KEEP', objectType === 'ACCOUNT' && kind === 'UNKNOWN' ? (category?.open ?? 0) : 0],
    ['ALIGN', objectType === 'ACCOUNT' ? ((kind === 'DIFFERENT' ? category?.open : category?.linkedDiffering) ?? 0) : 0],
    ['IGNORE', kind === 'LINKED' ? 0 : (category?.open ?? 0)],
  ];
  return (
    <Group gap="xs" ml="auto">
      {acts
        .filter(([, count]) => count > 0)
        .map(([act, count]) => (
          <Button key={act} size="xs" variant={act === 'IGNORE' ? 'subtle' : 'default'} disabled={disabled} onClick={() => onAsk(act)}>
            {t(`reconciliation.all.${act}`, { count, number: amount(count) })}
          </Button>
        ))}
    </Group>
  );
}
