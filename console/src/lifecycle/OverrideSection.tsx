import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, remove } from '../api/client';
import { useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import { overrideQuery, reactionsOf, sameReactions, type Override, type Reactions } from './policy';
import { ReactionFields } from './ReactionFields';

/** Whether an application has a global policy of its own, and which. */
export function OverrideSection({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation();
  const { data: override, error, refetch } = useQuery(overrideQuery(applicationId));
  return (
    <Section title={t('lifecycle.policy.title')} testId="global-policy-override" aside={<TextLink to="/settings">{t('lifecycle.policy.ofAll')}</TextLink>}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {override && (
        <Editable right="ADMINISTER_POLICIES">
          <SteadyForm read={override} stamp={`${override.overridden} ${override.version}`}>
            {(begun) => <Form applicationId={applicationId} override={begun} />}
          </SteadyForm>
        </Editable>
      )}
    </Section>
  );
}

function Form({ applicationId, override }: { applicationId: string; override: Override }) {
  const { t } = useTranslation();
  const [own, setOwn] = useState(override.overridden);
  const [wanted, setWanted] = useState<Reactions>(reactionsOf(override));
  const path = `/applications/${applicationId}/global-policy`;
  const save = useChange(
    ['/global-policy', '/users'],
    async () => {
      await (own ? put(path, wanted, override.version) : remove(path, override.version));
    },
    undefined,
    () => t('common.saved'),
  );
  const changed = own !== override.overridden || (own && !sameReactions(wanted, override));
  return (
    <Stack gap="md">
      <Switch label={t('lifecycle.policy.own')} description={t('lifecycle.policy.ownHelp')} checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
      {own ? <ReactionFields value={wanted} onChange={setWanted} /> : !override.overridden && <InWords reactions={override} />}
      <ErrorNotice error={save.error} />
      {(changed || own) && (
        <Group>
          <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {t('common.save')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What counts, in sentences. */
function InWords({ reactions }: { reactions: Reactions }) {
  const { t } = useTranslation();
  if (!reactions.enabled) {
    return <Text size="sm">{t('lifecycle.policy.off')}</Text>;
  }
  return (
    <div>
      {(['onDisabled', 'onDeleted', 'onEnabled'] as const).map((event) => (
        <Text size="sm" key={event}>
          {t(`lifecycle.policy.${event}`)}: <b>{t(`lifecycle.policy.${event}Choice.${reactions[event]}`)}</b>
        </Text>
      ))}
    </div>
  );
}
