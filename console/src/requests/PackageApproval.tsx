import { Button, Group, Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalStep, Person } from '../api/access';
import { put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SteadyForm } from '../ui/SteadyForm';
import { NEW_STEP, StepsEditor } from './StepsEditor';
import { versionedQuery, type Versioned } from './versioned';

interface Rule {
  steps: ApprovalStep[] | null;
  people: Person[];
}

/** Who approves requests for a package. */
export function PackageApproval({ packageId }: { packageId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const path = `/packages/${packageId}/approval-rule`;
  const { data, error } = useQuery({ ...versionedQuery<Rule>(path), enabled: open });
  return (
    <>
      <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        {t('requests.approval')}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} size="lg" title={t('requests.approval')}>
        <ErrorNotice error={error} />
        {data && (
          <SteadyForm read={data} stamp={data.version}>
            {(begun) => <Editor path={path} rule={begun} onDone={() => setOpen(false)} />}
          </SteadyForm>
        )}
      </Dialog>
    </>
  );
}

function Editor({ path, rule, onDone }: { path: string; rule: Versioned<Rule>; onDone: () => void }) {
  const { t } = useTranslation();
  const [steps, setSteps] = useState(rule.value.steps);
  const save = useChange(
    [path],
    () => put(path, { steps, people: [] }, rule.version),
    onDone,
    () => t('common.saved'),
  );
  return (
    <Stack gap="sm">
      <Switch label={t('requests.ownRule')} description={t('requests.ownRuleHelp')} checked={steps !== null} onChange={(event) => setSteps(event.currentTarget.checked ? [NEW_STEP] : null)} />
      {steps && <StepsEditor steps={steps} people={rule.value.people} errors={save.error ? asProblem(save.error).byField() : {}} onChange={setSteps} />}
      <ErrorNotice error={save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button loading={save.isPending} disabled={JSON.stringify(steps) === JSON.stringify(rule.value.steps)} onClick={() => save.mutate(undefined)}>
          {t('common.save')}
        </Button>
      </Group>
    </Stack>
  );
}
