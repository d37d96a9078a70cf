import { Button, Group, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { RECONCILIATIONS, type Act, type Difference, type ReconciliationFinding } from '../api/reconciliation';
import { useMay } from '../rights/rights';
import type { Column } from '../ui/DataTable';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { TimeText } from '../ui/TimeText';
import { OutcomeBadge } from './badges';
import { SubjectChoice } from './SubjectChoice';
import { attributeOf, valueOf } from './words';

interface FindingDialogProps {
  runId: string;
  finding: ReconciliationFinding;
  onClose: () => void;
}

/** One finding: what was found beside what is expected, and what can be done about it. */
export function FindingDialog({ runId, finding, onClose }: FindingDialogProps) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState<string | null>(finding.subject?.id ?? null);
  const [align, setAlign] = useState(false);
  const [reason, setReason] = useState('');
  const may = useMay()('CHANGE_ACCOUNTS');
  const can = (act: Act) => may && finding.actions.includes(act);
  const act = useChange(
    [RECONCILIATIONS, `${RECONCILIATIONS}/${runId}/findings`, '/accounts', '/tasks'],
    ([which, body]: [Act, object]) => post(`${RECONCILIATIONS}/${runId}/findings/${finding.id}/${which.toLowerCase()}`, body),
    onClose,
    (_, [which]) => t(`reconciliation.did.${which}`, { name: finding.name }),
  );
  const button = (which: Act, body: object, disabled = false) => (
    <Button key={which} variant={which === 'IGNORE' || which === 'KEEP' ? 'default' : 'filled'} disabled={disabled} loading={act.isPending && act.variables[0] === which} onClick={() => act.mutate([which, body])}>
      {t(`reconciliation.act.${which}`)}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} title={finding.name} size="lg">
      <Stack gap="sm" data-testid="finding">
        <FindingFacts finding={finding} />
        <Differences finding={finding} />
        {can('LINK') && (
          <>
            <SubjectChoice finding={finding} value={subject} onChange={setSubject} />
            {finding.objectType === 'ACCOUNT' && (
              <Switch label={t('reconciliation.alsoAlign')} description={t('reconciliation.alsoAlignHelp')} checked={align} onChange={(event) => setAlign(event.currentTarget.checked)} />
            )}
          </>
        )}
        {can('IGNORE') && <Textarea autosize minRows={1} label={t('reconciliation.ignoreReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        <ErrorNotice error={act.error} />
        <Group justify="flex-end" mt="xs">
          {can('IGNORE') && button('IGNORE', { reason }, !reason.trim())}
          {can('KEEP') && button('KEEP', {})}
          {can('ALIGN') && button('ALIGN', {})}
          {can('LINK') && button('LINK', { subjectId: subject, align }, !subject)}
        </Group>
      </Stack>
    </Dialog>
  );
}

function FindingFacts({ finding }: { finding: ReconciliationFinding }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('common.status'), <OutcomeBadge key="o" outcome={finding.outcome} />],
        [t('reconciliation.attribute.id'), finding.remoteId],
        [t('reconciliation.attribute.parent'), finding.parentName],
        [t('reconciliation.attribute.active'), finding.active === null ? null : t(finding.active ? 'reconciliation.yes' : 'reconciliation.no')],
        [
          t('accounts.one'),
          finding.accountId && (
            <TextLink to="/accounts/$accountId" params={{ accountId: finding.accountId }}>
              {t('reconciliation.toAccount')}
            </TextLink>
          ),
        ],
        [
          t('accounts.openTask'),
          finding.taskId && (
            <TextLink to="/log/$taskId" params={{ taskId: finding.taskId }}>
              {t('accounts.toTask')}
            </TextLink>
          ),
        ],
        [t('reconciliation.note'), finding.message],
        [t('common.reason'), finding.reason],
        [
          t('reconciliation.decided'),
          finding.decidedAt && (
            <>
              {finding.decidedBy}, <TimeText at={finding.decidedAt} />
            </>
          ),
        ],
        ...Object.entries(finding.attributes).map(([name, value]): [string, string] => [name, valueOf(t, { masked: false } as Difference, value)]),
      ]}
    />
  );
}

function Differences({ finding }: { finding: ReconciliationFinding }) {
  const { t } = useTranslation();
  const columns = useMemo<Column<Difference>[]>(
    () => [
      { id: 'attribute', header: t('reconciliation.differs'), width: '', cell: ({ attribute }) => attributeOf(t, attribute) },
      { id: 'expected', header: t('reconciliation.expected'), width: '', cell: (difference) => valueOf(t, difference, difference.expected) },
      { id: 'found', header: t('reconciliation.foundThere'), width: '', cell: (difference) => valueOf(t, difference, difference.found) },
    ],
    [t],
  );
  if (finding.differences.length === 0) {
    return null;
  }
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('reconciliation.differencesHelp')}
      </Text>
      <PlainTable rows={finding.differences} columns={columns} rowId={({ attribute }) => attribute} />
    </>
  );
}
