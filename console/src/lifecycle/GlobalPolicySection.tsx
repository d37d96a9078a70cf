import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client';
import { useChange } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SteadyForm } from '../ui/SteadyForm';
import { Section } from '../ui/Section';
import { globalPolicyQuery, reactionsOf, sameReactions, type GlobalPolicy, type Reactions } from './policy';
import { ReactionFields } from './ReactionFields';

/** What happens in all applications that have no policy of their own. */
export function GlobalPolicySection() {
  const { t } = useTranslation();
  const { data: policy, error, refetch } = useQuery(globalPolicyQuery);
  return (
    <Section title={t('lifecycle.policy.title')} testId="global-policy">
      <Text size="sm" c="dimmed" mb="md">
        {t('lifecycle.policy.hint')}
      </Text>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {policy && (
        <SteadyForm read={policy} stamp={policy.version}>
          {(begun) => <Form policy={begun} />}
        </SteadyForm>
      )}
    </Section>
  );
}

function Form({ policy }: { policy: GlobalPolicy }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Reactions>(reactionsOf(policy));
  const save = useChange(
    ['/global-policy', '/users'],
    () => put('/global-policy', wanted, policy.version),
    undefined,
    () => t('common.saved'),
  );
  return (
    <>
      <ReactionFields value={wanted} onChange={setWanted} />
      <ErrorNotice error={save.error} />
      <Group mt="md">
        <Button disabled={sameReactions(wanted, policy)} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('common.save')}
        </Button>
      </Group>
    </>
  );
}
