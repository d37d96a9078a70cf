import { Alert, Button, Group, Tabs, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, remove } from '../api/client';
import { oneQuery, useChange } from '../api/one';
import type { Policy, PolicyDraft } from '../api/policies';
import { SwitchBadge } from '../packages/SwitchBadge';
import { Editable } from '../rights/Editable';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SteadyForm } from '../ui/SteadyForm';
import { EnableDialog } from './EnableDialog';
import { draftOf } from './policies';
import { PolicyEditor } from './PolicyEditor';
import { Problems } from './Problems';
import { PolicyRuns } from './PolicyRuns';
import { Versions } from './Versions';

const TABS = ['policy', 'versions', 'runs', 'problems'] as const;

export function PolicyPage() {
  const { t } = useTranslation();
  const { policyId } = useParams({ from: '/inside/policies/$policyId' });
  const search = useSearch({ from: '/inside/policies/$policyId' });
  const navigate = useNavigate();
  const { data: policy, error } = useQuery({
    ...oneQuery<Policy>('/policies', policyId),
    refetchInterval: ({ state }) => (state.data?.lastRun?.status === 'RUNNING' ? 1000 : false),
  });
  const tab = TABS.find((one) => one === search.tab) ?? 'policy';
  const open = (next: string | null) => void navigate({ to: '/policies/$policyId', params: { policyId }, search: { tab: next === 'policy' ? undefined : (next ?? undefined) } });
  return (
    <Page
      title={policy?.name ?? t('policies.one')}
      subtitle={policy && t('policies.subtitle', { number: policy.number, users: amount(policy.users), count: policy.users })}
      above={<TextLink to="/policies">{t('nav.policies')}</TextLink>}
      actions={policy && !policy.deletedAt && <Actions policy={policy} />}
    >
      <ErrorNotice error={error} />
      {policy?.deletedAt && (
        <Alert color="gray" mb="md">
          {t('policies.deleted')}
        </Alert>
      )}
      {policy && (
        <Tabs value={tab} onChange={open} keepMounted={false}>
          <Tabs.List mb="md">
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`policies.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="policy">
            {!policy.deletedAt && (
              <Editable right="ADMINISTER_POLICIES">
                <SteadyForm read={policy} stamp={policy.version}>
                  {(begun) => <Edit policy={begun} onSaved={() => open('runs')} />}
                </SteadyForm>
              </Editable>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="versions">
            <Versions policyId={policy.id} />
          </Tabs.Panel>
          <Tabs.Panel value="runs">
            <PolicyRuns policy={policy} />
          </Tabs.Panel>
          <Tabs.Panel value="problems">
            <Problems policyId={policy.id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}

function Edit({ policy, onSaved }: { policy: Policy; onSaved: () => void }) {
  const { t } = useTranslation();
  const save = useChange(
    ['/policies'],
    (draft: PolicyDraft) => put<Policy>(`/policies/${policy.id}`, draft, policy.version),
    onSaved,
    () => t('common.saved'),
  );
  return <PolicyEditor initial={draftOf(policy)} policy={policy} save={save} />;
}

function Actions({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'switch' | 'delete' | null>(null);
  return (
    <Group gap="xs">
      <SwitchBadge on={policy.enabled} words="policies.enabled" />
      <ButtonLink variant="default" to="/log" search={{ view: 'all', cause: [policy.id] }}>
        {t('policies.itsTasks')}
      </ButtonLink>
      <May right="ADMINISTER_POLICIES">
        <Button variant="default" onClick={() => setAsked('switch')}>
          {t(policy.enabled ? 'policies.disable' : 'policies.enable')}
        </Button>
        <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
          {t('common.delete')}
        </Button>
      </May>
      {asked === 'switch' && <EnableDialog policy={policy} onClose={() => setAsked(null)} />}
      {asked === 'delete' && <DeleteDialog policy={policy} onClose={() => setAsked(null)} />}
    </Group>
  );
}

function DeleteDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useChange(['/policies'], () => remove(`/policies/${policy.id}`, policy.version), () => void navigate({ to: '/policies' }));
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('policies.deleteTitle', { name: policy.name, count: policy.users, users: amount(policy.users) })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t(`policies.disableMeaning.${policy.onLeaving}`)}</Text>
    </ConfirmDialog>
  );
}
