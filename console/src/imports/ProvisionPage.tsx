import { Alert, Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, ProvisioningFilter, ProvisioningPreview } from '../api/bulk';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { PermissionSelect } from '../permissions/PermissionSelect';
import { OrganizationSelect } from '../settings/OrganizationSelect';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount, list } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';

/** Accounts in one application for all users a filter finds. */
export function ProvisionPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/imports/provision' });
  const navigate = useNavigate();
  const [applicationId, setApplicationId] = useState<string | null>(search.application ?? null);
  const [permissionIds, setPermissionIds] = useState<string[]>([]);
  const [filter, setFilter] = useState<ProvisioningFilter>({ status: 'ENABLED', includeSubOrganizations: true });
  const [asking, setAsking] = useState(false);
  const body = { applicationId, filter: compact(filter), permissionIds };
  const preview = useMutation({ mutationFn: () => post<ProvisioningPreview>('/batches/preview', body) });
  const create = useChange(
    ['/batches'],
    () => post<Batch>('/batches', body),
    (batch) => void navigate({ to: '/imports/$batchId', params: { batchId: batch.id } }),
  );
  const change = (part: Partial<ProvisioningFilter>) => {
    setFilter({ ...filter, ...part });
    preview.reset();
  };
  const chooseApplication = (id: string | null) => {
    setApplicationId(id);
    setPermissionIds([]);
    preview.reset();
  };
  const wanted = preview.data ? preview.data.matching - preview.data.alreadyHave : 0;
  return (
    <Page title={t('imports.provision')} subtitle={t('imports.provisionHint')} above={<TextLink to="/imports">{t('nav.imports')}</TextLink>}>
      <div style={{ maxWidth: 720 }}>
        <Section title={t('imports.whereto')}>
          <Stack gap="sm">
            <ApplicationSelect required value={applicationId} onChange={chooseApplication} />
            {applicationId && <PermissionSelect applicationId={applicationId} value={permissionIds} onChange={setPermissionIds} />}
          </Stack>
        </Section>
        <Section title={t('imports.who')}>
          <Stack gap="sm">
            <OrganizationSelect placeholder={t('organizations.any')} value={filter.organizationId ?? null} onChange={(organizationId) => change({ organizationId: organizationId ?? undefined })} />
            {filter.organizationId && (
              <Switch label={t('imports.subOrganizations')} checked={filter.includeSubOrganizations ?? false} onChange={(event) => change({ includeSubOrganizations: event.currentTarget.checked })} />
            )}
            <Select
              label={t('common.status')}
              clearable
              data={['ENABLED', 'DISABLED'].map((value) => ({ value, label: t(`users.status.${value}`) }))}
              value={filter.status ?? null}
              onChange={(status) => change({ status: status ?? undefined })}
            />
            <TextInput label={t('users.search')} value={filter.q ?? ''} onChange={(event) => change({ q: event.currentTarget.value })} />
            <TextInput
              label={t('imports.expression')}
              description={t('imports.expressionHelp')}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              value={filter.expression ?? ''}
              onChange={(event) => change({ expression: event.currentTarget.value })}
            />
            <Group>
              <Button variant="default" disabled={!applicationId} loading={preview.isPending} onClick={() => preview.mutate()}>
                {t('imports.count.preview')}
              </Button>
            </Group>
            <ErrorNotice error={preview.error} />
            {preview.data && <Found preview={preview.data} />}
          </Stack>
        </Section>
        <Button disabled={wanted === 0 && !(preview.data && permissionIds.length > 0)} onClick={() => setAsking(true)}>
          {t('imports.provisionButton')}
        </Button>
        {asking && (
          <ConfirmDialog
            opened
            onClose={() => setAsking(false)}
            title={t('imports.provisionTitle', { count: wanted, number: amount(wanted) })}
            confirmLabel={t('imports.provisionButton')}
            busy={create.isPending}
            error={create.error}
            onConfirm={() => create.mutate(undefined)}
          >
            <Text size="sm">{t('imports.runMeaning')}</Text>
          </ConfirmDialog>
        )}
      </div>
    </Page>
  );
}

function Found({ preview }: { preview: ProvisioningPreview }) {
  const { t } = useTranslation();
  return (
    <Alert color="blue" title={t('imports.found', { count: preview.matching, number: amount(preview.matching) })} data-testid="provision-preview">
      <Text size="sm">{t('imports.alreadyHave', { count: preview.alreadyHave, number: amount(preview.alreadyHave) })}</Text>
      <Text size="xs" c="dimmed" mt={6}>
        {list(preview.sample.map((user) => user.displayName || user.userName))}
        {preview.matching > preview.sample.length && ' …'}
      </Text>
    </Alert>
  );
}

/** The filter without what is empty; sub-organizations mean nothing without an organization. */
function compact({ includeSubOrganizations, ...filter }: ProvisioningFilter): ProvisioningFilter {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return filter.organizationId ? { ...given, includeSubOrganizations } : given;
}
