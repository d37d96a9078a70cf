import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Application } from '../api/directory';
import { useChange } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { ApplicationEditor } from './ApplicationEditor';
import { useConnectors } from './connectors';
import { bodyOf, newForm, type ApplicationForm } from './form';

export function NewApplicationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: connectors = [], error } = useConnectors();
  const [name, setName] = useState<string | null>(null);
  const connector = connectors.find((one) => one.name === name);
  const create = useChange(
    ['/applications'],
    (form: ApplicationForm) => post<Application>('/applications', bodyOf(form)),
    (application) => void navigate({ to: '/applications/$applicationId', params: { applicationId: application.id } }),
    (application) => t('applications.created', { name: application.name }),
  );
  return (
    <Page title={t('applications.create')} above={<TextLink to="/applications">{t('nav.applications')}</TextLink>}>
      <div style={{ maxWidth: 980 }}>
        <ErrorNotice error={error} />
        <Section title={t('applications.connector')}>
          <Select
            aria-label={t('applications.connector')}
            description={t('applications.connectorHelp')}
            placeholder={t('applications.chooseConnector')}
            maw={420}
            allowDeselect={false}
            data={connectors.map((one) => ({ value: one.name, label: one.label }))}
            value={name}
            onChange={setName}
          />
        </Section>
        {connector && <ApplicationEditor key={connector.name} connector={connector} initial={newForm(connector)} save={create} submitLabel={t('applications.create')} />}
      </div>
    </Page>
  );
}
