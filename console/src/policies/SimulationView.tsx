import { Loader, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { CHANGE_KINDS, LINE_KINDS, type LineKind, type PolicyDraft, type SimulationResult } from '../api/policies';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { amount } from '../ui/format';
import { SimulationLines } from './SimulationLines';
import { Totals } from './Totals';

interface SimulationViewProps {
  /** The policy the draft would replace; null for a new one. */
  policyId: string | null;
  draft: PolicyDraft;
}

/** What saving the draft would do: in counts, by application, and by name. Nothing is written. */
export function SimulationView({ policyId, draft }: SimulationViewProps) {
  const { t } = useTranslation();
  const result = useQuery({
    queryKey: ['/policies', 'simulation', policyId, draft],
    queryFn: () => post<SimulationResult>('/policies/simulation', { policyId, draft }),
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (result.isPending) {
    return (
      <Section title={t('policies.simulation')}>
        <Loader size="sm" aria-label={t('policies.simulating')} /> {t('policies.simulating')}
      </Section>
    );
  }
  return (
    <>
      <ErrorNotice error={result.error} onRetry={() => void result.refetch()} />
      {result.data && (
        <div data-testid="simulation">
          <Section title={t('policies.simulation')}>
            <Text size="sm" mb="md">
              {t('policies.simulationMeaning', { count: result.data.inScope, number: amount(result.data.inScope) })}
            </Text>
            <Totals result={result.data} />
          </Section>
          <Section title={t('policies.byApplication')}>
            <ByApplication result={result.data} />
          </Section>
          <Section title={t('policies.byName')}>
            <ByName result={result.data} policyId={policyId} draft={draft} />
          </Section>
        </div>
      )}
    </>
  );
}

function ByApplication({ result }: { result: SimulationResult }) {
  const { t } = useTranslation();
  if (result.applications.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('policies.nothingChanges')}
      </Text>
    );
  }
  return (
    <PlainTable
      rows={result.applications}
      rowId={(row) => row.applicationId}
      columns={[
        { id: 'application', header: t('applications.one'), width: '', cell: (row) => row.applicationName },
        ...LINE_KINDS.map((kind) => ({ id: kind, header: t(`policies.line.${kind}`), width: '', cell: (row: (typeof result.applications)[number]) => amount(row.lines[kind] ?? 0) })),
        ...CHANGE_KINDS.map((kind) => ({ id: kind, header: t(`synclog.action.${kind}`), width: '', cell: (row: (typeof result.applications)[number]) => amount(row.changes[kind] ?? 0) })),
      ]}
    />
  );
}

function ByName({ result, policyId, draft }: SimulationViewProps & { result: SimulationResult }) {
  const { t } = useTranslation();
  const kinds = LINE_KINDS.filter((kind) => result.users[kind] > 0);
  const [kind, setKind] = useState<LineKind | undefined>(kinds[0]);
  if (!kind) {
    return (
      <Text size="sm" c="dimmed">
        {t('policies.nothingChanges')}
      </Text>
    );
  }
  return (
    <Tabs value={kind} onChange={(next) => next && setKind(next as LineKind)} keepMounted={false}>
      <Tabs.List mb="sm">
        {kinds.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t('policies.lineOfUsers', { line: t(`policies.line.${one}`), count: result.users[one], users: amount(result.users[one]) })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {kinds.map((one) => (
        <Tabs.Panel key={one} value={one}>
          <SimulationLines kind={one} policyId={policyId} draft={draft} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
