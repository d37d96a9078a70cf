import { Button, Group, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ON_LEAVING, type OnLeaving, type Policy, type PolicyDraft } from '../api/policies';
import { asProblem } from '../api/problem';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { ConditionPart } from './ConditionPart';
import { GrantsPart } from './GrantsPart';
import { isComplete } from './policies';
import { SimulationView } from './SimulationView';

interface PolicyEditorProps {
  initial: PolicyDraft;
  /** The policy being edited; none while it is new. */
  policy?: Policy;
  save: UseMutationResult<Policy, Error, PolicyDraft>;
}

/** A draft of a policy: written, tried out, saved. */
export function PolicyEditor({ initial, policy, save }: PolicyEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [simulating, setSimulating] = useState(false);
  const change = (part: Partial<PolicyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errors = save.error ? asProblem(save.error).byField() : {};
  const changed = JSON.stringify(draft) !== JSON.stringify(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  const buttons = (
    <Group>
      {simulating ? (
        <Button variant="default" onClick={() => setSimulating(false)}>
          {t('policies.backToDraft')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconFlask size={16} />} disabled={!isComplete(draft)} onClick={() => setSimulating(true)}>
          {t('policies.simulate')}
        </Button>
      )}
      <Button type="submit" loading={save.isPending} disabled={!changed || !isComplete(draft)}>
        {t(policy ? 'policies.saveVersion' : 'common.save', { number: (policy?.number ?? 0) + 1 })}
      </Button>
    </Group>
  );
  return (
    <form onSubmit={submit}>
      {simulating ? (
        <SimulationView policyId={policy?.id ?? null} draft={draft} />
      ) : (
        <>
          <Section title={t('policies.what')}>
            <TextInput label={t('common.name')} required maxLength={200} maw={420} mb="sm" value={draft.name} error={errors.name} onChange={(event) => change({ name: event.currentTarget.value })} />
            <Textarea label={t('packages.description')} autosize minRows={1} maxRows={5} maxLength={2000} mb="sm" value={draft.description ?? ''} onChange={(event) => change({ description: event.currentTarget.value || null })} />
            <Switch label={t('policies.isEnabled')} description={t('policies.isEnabledHelp')} checked={draft.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
          </Section>
          <Section title={t('policies.who')}>
            <ConditionPart condition={draft.condition} error={errors.condition} onChange={(condition) => change({ condition })} />
          </Section>
          <Section title={t('policies.grants')}>
            <GrantsPart grants={draft.grants} onChange={(grants) => change({ grants })} />
          </Section>
          <Section title={t('policies.onLeaving')}>
            <Select
              aria-label={t('policies.onLeaving')}
              description={t(`policies.leavingHelp.${draft.onLeaving}`)}
              inputWrapperOrder={['input', 'description']}
              maw={420}
              allowDeselect={false}
              data={ON_LEAVING.map((value) => ({ value, label: t(`policies.leaving.${value}`) }))}
              value={draft.onLeaving}
              onChange={(onLeaving) => onLeaving && change({ onLeaving: onLeaving as OnLeaving })}
            />
          </Section>
        </>
      )}
      <ErrorNotice error={save.error} />
      {buttons}
    </form>
  );
}
