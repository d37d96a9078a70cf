import { Button, Group, TagsInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalStep, Person } from '../api/access';
import { put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { Editable } from '../rights/Editable';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import { StepsEditor } from './StepsEditor';
import { versionedQuery, type Versioned } from './versioned';

interface Rule {
  steps: ApprovalStep[];
  people: Person[];
}

interface Days {
  daysBefore: number[];
}

/** What holds for everything that has no rule of its own. */
export function UsualRules() {
  const rule = useQuery(versionedQuery<Rule>('/approval-rule'));
  const days = useQuery(versionedQuery<Days>('/reminder-rule'));
  return (
    <div style={{ maxWidth: 760 }}>
      <ErrorNotice error={rule.error ?? days.error} />
      <Editable right="ADMINISTER_POLICIES">
        {rule.data && (
          <SteadyForm read={rule.data} stamp={rule.data.version}>
            {(begun) => <UsualApproval rule={begun} />}
          </SteadyForm>
        )}
        {days.data && (
          <SteadyForm read={days.data} stamp={days.data.version}>
            {(begun) => <ReminderDays days={begun} />}
          </SteadyForm>
        )}
      </Editable>
    </div>
  );
}

function UsualApproval({ rule }: { rule: Versioned<Rule> }) {
  const { t } = useTranslation();
  const [steps, setSteps] = useState(rule.value.steps);
  const save = useChange(
    ['/approval-rule'],
    () => put('/approval-rule', { steps, people: [] }, rule.version),
    undefined,
    () => t('common.saved'),
  );
  return (
    <Section title={t('requests.usualRule')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('requests.usualRuleHint')}
      </Text>
      <StepsEditor steps={steps} people={rule.value.people} errors={save.error ? asProblem(save.error).byField() : {}} onChange={setSteps} />
      <ErrorNotice error={save.error} />
      <Group mt="md">
        <Button loading={save.isPending} disabled={JSON.stringify(steps) === JSON.stringify(rule.value.steps)} onClick={() => save.mutate(undefined)}>
          {t('common.save')}
        </Button>
      </Group>
    </Section>
  );
}

function ReminderDays({ days }: { days: Versioned<Days> }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(days.value.daysBefore.map(String));
  const save = useChange(
    ['/reminder-rule'],
    () => put('/reminder-rule', { daysBefore: chosen.map(Number) }, days.version),
    undefined,
    () => t('common.saved'),
  );
  return (
    <Section title={t('requests.reminders')}>
      <TagsInput maw={420} label={t('requests.daysBefore')} description={t('requests.daysBeforeHelp')} value={chosen} onChange={(next) => setChosen(next.filter((one) => /^\d{1,3}$/.test(one)))} />
      <ErrorNotice error={save.error} />
      <Button mt="md" loading={save.isPending} disabled={chosen.join() === days.value.daysBefore.join()} onClick={() => save.mutate(undefined)}>
        {t('common.save')}
      </Button>
    </Section>
  );
}
