import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountTable } from '../accounts/AccountTable';
import { put, remove } from '../api/client';
import type { Application } from '../api/directory';
import { oneQuery, useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { May } from '../rights/May';
import { useMay } from '../rights/rights';
import { TasksOf } from '../synclog/TasksOf';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ButtonLink, TextLink } from '../ui/links';
import { later } from '../ui/later';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import { ApplicationEditor } from './ApplicationEditor';
import { useConnector } from './connectors';
import { bodyOf, formOf, type ApplicationForm } from './form';

const FourEyesSection = later(() => import('../foureyes/FourEyesSection').then((part) => part.FourEyesSection));
const OverrideSection = later(() => import('../lifecycle/OverrideSection').then((part) => part.OverrideSection));
const PermissionsPanel = later(() => import('../permissions/PermissionsPanel').then((part) => part.PermissionsPanel));
const ApplicationAccessPanel = later(() => import('../requests/ApplicationAccessPanel').then((part) => part.ApplicationAccessPanel));
const ReconciliationPanel = later(() => import('../reconciliation/ReconciliationPanel').then((part) => part.ReconciliationPanel));
const StructurePanel = later(() => import('../structure/StructurePanel').then((part) => part.StructurePanel));

const TABS = ['settings', 'policy', 'permissions', 'access', 'accounts', 'structure', 'reconciliation', 'records'] as const;

export function ApplicationPage() {
  const { t } = useTranslation();
  const { applicationId } = useParams({ from: '/inside/applications/$applicationId' });
  const { tab = 'settings' } = useSearch({ from: '/inside/applications/$applicationId' });
  const navigate = useNavigate();
  const { data: application, error } = useQuery(oneQuery<Application>('/applications', applicationId));
  const [deleting, setDeleting] = useState(false);
  const connector = useConnector(application?.connector);
  const may = useMay();
  const actions = application && (
    <Group gap="xs">
      <May right="CHANGE_ACCOUNTS">
        <ButtonLink variant="default" to="/imports/new" search={{ application: applicationId }}>
          {t('imports.new')}
        </ButtonLink>
        <May right="SEE_PEOPLE">
          <ButtonLink variant="default" to="/imports/provision" search={{ application: applicationId }}>
            {t('imports.provision')}
          </ButtonLink>
        </May>
      </May>
      <May right="ADMINISTER_APPLICATIONS">
        <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
          {t('common.delete')}
        </Button>
      </May>
    </Group>
  );
  return (
    <Page title={application?.name ?? t('applications.one')} subtitle={connector?.label} above={<TextLink to="/applications">{t('nav.applications')}</TextLink>} actions={actions}>
      <ErrorNotice error={error} />
      {application && (
        <Tabs value={tab} keepMounted={false} onChange={(next) => void navigate({ to: '/applications/$applicationId', params: { applicationId }, search: { tab: next ?? undefined }, replace: true })}>
          <Tabs.List mb="md">
            {TABS.filter((one) => one !== 'policy' || may('SEE_POLICIES')).map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`applications.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="settings">
            {connector && (
              <SteadyForm read={application} stamp={application.version}>
                {(begun) => <Settings application={begun} connector={connector} />}
              </SteadyForm>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="policy">
            <div style={{ maxWidth: 980 }}>
              <OverrideSection applicationId={applicationId} />
              <May right="ADMINISTER_SETTINGS">
                <FourEyesSection applicationId={applicationId} />
              </May>
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="permissions">
            <PermissionsPanel applicationId={applicationId} />
          </Tabs.Panel>
          <Tabs.Panel value="access">
            <ApplicationAccessPanel applicationId={applicationId} />
          </Tabs.Panel>
          <Tabs.Panel value="accounts">
            <Section
              title={t('nav.accounts')}
              aside={
                <TextLink to="/accounts" search={{ application: applicationId }}>
                  {t('applications.allAccounts')}
                </TextLink>
              }
            >
              <AccountTable query={{ applicationId }} empty={t('applications.noAccounts')} />
            </Section>
          </Tabs.Panel>
          <Tabs.Panel value="structure">
            <StructurePanel applicationId={applicationId} name={application.name} />
          </Tabs.Panel>
          <Tabs.Panel value="reconciliation">
            <ReconciliationPanel applicationId={applicationId} name={application.name} />
          </Tabs.Panel>
          <Tabs.Panel value="records">
            <TasksOf query={{ application: applicationId }} search={{ view: 'all', application: [applicationId] }} />
          </Tabs.Panel>
        </Tabs>
      )}
      {application && deleting && <DeleteDialog application={application} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

function Settings({ application, connector }: { application: Application; connector: NonNullable<ReturnType<typeof useConnector>> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const save = useChange(
    ['/applications'],
    (form: ApplicationForm) => put<Application>(`/applications/${application.id}`, bodyOf(form), application.version),
    (saved) => queries.setQueryData(oneQuery<Application>('/applications', saved.id).queryKey, saved),
    () => t('common.saved'),
  );
  return (
    <div style={{ maxWidth: 980 }}>
      <Editable right="ADMINISTER_APPLICATIONS">
        <ApplicationEditor connector={connector} initial={formOf(application)} application={application} save={save} submitLabel={t('common.save')} />
      </Editable>
    </div>
  );
}

function DeleteDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useChange(
    ['/applications'],
    () => remove(`/applications/${application.id}`, application.version),
    () => void navigate({ to: '/applications' }),
  );
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('applications.deleteTitle', { name: application.name })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('applications.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}
