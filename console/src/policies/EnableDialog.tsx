import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Policy, SimulationResult } from '../api/policies';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { draftOf } from './policies';
import { Totals } from './Totals';

/** Asks before a policy is switched on or off, and says beforehand what it does to how many users. */
export function EnableDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation();
  const enable = !policy.enabled;
  const foretold = useQuery({
    queryKey: ['/policies', 'switching', policy.id, policy.version],
    queryFn: () => post<SimulationResult>('/policies/simulation', { policyId: policy.id, draft: { ...draftOf(policy), enabled: enable } }),
    retry: false,
    gcTime: 0,
  });
  const change = useChange(['/policies'], () => post(`/policies/${policy.id}/${enable ? 'enable' : 'disable'}`), onClose);
  return (
    <ConfirmDialog
      opened
      size="lg"
      destructive={!enable}
      onClose={onClose}
      title={t(enable ? 'policies.enableTitle' : 'policies.disableTitle', { name: policy.name })}
      confirmLabel={t(enable ? 'policies.enable' : 'policies.disable')}
      busy={change.isPending}
      error={change.error ?? foretold.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t(enable ? 'policies.enableMeaning' : `policies.disableMeaning.${policy.onLeaving}`)}</Text>
      {foretold.isPending && (
        <Text size="sm" c="dimmed">
          {t('policies.simulating')}
        </Text>
      )}
      {foretold.data && <Totals result={foretold.data} />}
    </ConfirmDialog>
  );
}
