import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Finding, Remedy, Side } from '../api/governance';
import { useChange } from '../api/one';
import { FormDialog } from '../ui/FormDialog';
import { FAMILIES, familyOfFinding, pathsOf, remediesFor } from './families';

interface DecisionDialogProps {
  finding: Finding;
  decision: 'REMEDIATE' | 'PASS';
  onClose: () => void;
}

/** What a reviewer decides about one finding, with the reason. */
export function DecisionDialog({ finding, decision, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const family = familyOfFinding(finding);
  const remedies = remediesFor(finding);
  const [action, setAction] = useState<Remedy>(remedies[0] as Remedy);
  const [side, setSide] = useState<Side>('A');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const twoSided = finding.kind === 'SEPARATION_OF_DUTIES';
  const decide = useChange(
    pathsOf(family),
    () =>
      post<Finding>(
        `${FAMILIES[family].findings}/${finding.id}/decision`,
        decision === 'PASS'
          ? { decision, reason, until: until ? new Date(`${until}T23:59:59`).toISOString() : null }
          : { decision, reason, action, ...(twoSided ? { side } : {}) },
      ),
    onClose,
  );
  return (
    <FormDialog
      title={t(decision === 'PASS' ? 'governance.passTitle' : `governance.remediateTitle.${action}`, { name: finding.objectName })}
      submitLabel={t(decision === 'PASS' ? 'governance.pass' : `governance.remedy.${action}`)}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate(undefined);
      }}
      busy={decide.isPending}
      error={decide.error}
      disabled={!reason.trim() || (decision === 'PASS' && !until)}
    >
      <Text size="sm">{t(decision === 'PASS' ? 'governance.passMeaning' : 'governance.remediateMeaning')}</Text>
      {decision === 'REMEDIATE' && (
        <Select
          label={t('governance.action')}
          allowDeselect={false}
          data={remedies.map((value) => ({ value, label: t(`governance.remedy.${value}`) }))}
          value={action}
          onChange={(value) => setAction(value as Remedy)}
        />
      )}
      {decision === 'REMEDIATE' && twoSided && (
        <Select
          label={t('governance.side')}
          allowDeselect={false}
          data={(['A', 'B'] as const).map((value) => ({ value, label: [`${value}:`, ...((finding.details.facts[`held${value}`] as string[] | undefined) ?? [])].join(' ') }))}
          value={side}
          onChange={(value) => setSide(value as Side)}
        />
      )}
      {decision === 'PASS' && (
        <TextInput type="date" required label={t('governance.passedUntil')} description={t('governance.untilHelp')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      )}
      <Textarea required autosize minRows={2} label={t('common.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
