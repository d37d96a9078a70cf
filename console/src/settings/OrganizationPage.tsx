import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../api/directory';
import { useList } from '../api/list';
import { oneQuery } from '../api/one';
import { asProblem } from '../api/problem';
import { HistoryItem } from '../lifecycle/HistoryItem';
import type { HistoryEntry } from '../lifecycle/history';
import { May } from '../rights/May';
import { TasksOf } from '../synclog/TasksOf';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { OrganizationDialog } from './OrganizationDialog';
import { useOrganizations } from './organizations';

/** An organization, also one that is gone: what was changed about it, and the records that followed. */
export function OrganizationPage() {
  const { t } = useTranslation();
  const { organizationId } = useParams({ from: '/inside/organizations/$organizationId' });
  const { data, error } = useQuery(oneQuery<Organization>('/organizations', organizationId));
  const [edited, setEdited] = useState(false);
  const gone = error !== null && asProblem(error).status === 404;
  const organization = gone ? undefined : data;
  return (
    <Page
      title={organization?.name ?? t('organizations.one')}
      above={<TextLink to="/organizations">{t('nav.organizations')}</TextLink>}
      actions={
        <May right="ADMINISTER_PEOPLE">
          {organization && (
            <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setEdited(true)}>
              {t('common.edit')}
            </Button>
          )}
        </May>
      }
    >
      {gone ? (
        <Alert color="gray" title={t('organizations.gone')} mb="md" data-testid="gone">
          {t('organizations.goneHint')}
        </Alert>
      ) : (
        <ErrorNotice error={error} />
      )}
      {organization && <OrganizationFacts organization={organization} />}
      <TasksOf query={{ cause: organizationId }} search={{ view: 'all', cause: [organizationId] }} />
      <OrganizationChanges organizationId={organizationId} />
      {edited && organization && <OrganizationDialog organization={organization} onClose={() => setEdited(false)} />}
    </Page>
  );
}

function OrganizationFacts({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const parent = useOrganizations().data?.find(({ id }) => id === organization.parentId);
  return (
    <Section title={t('organizations.one')}>
      <Facts
        wide
        facts={[
          [t('organizations.code'), organization.code],
          [t('organizations.parent'), parent && <TextLink key="p" to="/organizations/$organizationId" params={{ organizationId: parent.id }}>{parent.name}</TextLink>],
          [t('nav.users'), <TextLink key="u" to="/users" search={{ organization: organization.id }}>{t('organizations.itsUsers')}</TextLink>],
        ]}
      />
    </Section>
  );
}

type OrganizationEntry = Pick<HistoryEntry, 'id' | 'at' | 'actor' | 'differences'> & { kind: 'CREATED' | 'EDITED' | 'MOVED' | 'DELETED'; name: string };

function OrganizationChanges({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const changes = useList<OrganizationEntry>(`/organizations/${organizationId}/changes`, {}, { limit: 20 });
  return (
    <Section title={t('lifecycle.history.title')} testId="history">
      <ErrorNotice error={changes.error} />
      {changes.rows.length === 0 && !changes.error && (
        <Text size="sm" c="dimmed">
          {t(changes.isPending ? 'common.loading' : 'organizations.noChanges')}
        </Text>
      )}
      <Stack gap={0}>
        {changes.rows.map(({ name, ...entry }) => (
          <HistoryItem key={entry.id} entry={{ ...entry, sentence: name, bound: [], unbound: [], tasks: [] }} chosen={false} named />
        ))}
      </Stack>
      {changes.hasNextPage && (
        <Group mt="xs">
          <Button variant="subtle" size="xs" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
