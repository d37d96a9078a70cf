import { Alert, List } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProviderTrial } from '../api/signin';

/** What the provider said, step by step; the first that went wrong is the last. */
export function TrialResult({ trial }: { trial: ProviderTrial }) {
  const { t } = useTranslation();
  return (
    <Alert color={trial.ok ? 'teal' : 'red'} title={t(trial.ok ? 'signin.testOk' : 'signin.testFailed')} role="status" data-testid="trial">
      <List size="sm" spacing={4}>
        {trial.steps.map(({ what, ok, sentence }) => (
          <List.Item key={what} icon={ok ? <IconCheck size={15} /> : <IconX size={15} />}>
            <b>{t(`signin.trial.${what}`)}</b>: {sentence}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
