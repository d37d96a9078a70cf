import { ActionIcon, Button, Group, Table, Text } from '@mantine/core';
import { IconBuilding, IconEdit, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import type { Organization } from '../api/directory';
import { useChange } from '../api/one';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { OrganizationDialog } from './OrganizationDialog';
import { inTreeOrder, useOrganizations } from './organizations';

export function OrganizationsPage() {
  const { t } = useTranslation();
  const organizations = useOrganizations();
  const [edited, setEdited] = useState<Organization | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Organization | null>(null);
  const rows = inTreeOrder(organizations.data ?? []);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('organizations.create')}
    </Button>
  );
  return (
    <Page title={t('nav.organizations')} subtitle={t('organizations.hint')} actions={<May right="ADMINISTER_PEOPLE">{create}</May>}>
      <ErrorNotice error={organizations.error} onRetry={() => void organizations.refetch()} />
      {organizations.data && rows.length === 0 && <EmptyState icon={IconBuilding} title={t('organizations.empty')} hint={t('organizations.emptyHint')} action={<May right="ADMINISTER_PEOPLE">{create}</May>} />}
      {rows.length > 0 && (
        <Section title={t('organizations.tree')}>
          <Table highlightOnHover verticalSpacing={6}>
            <Table.Tbody>
              {rows.map(({ organization, depth }) => (
                <Table.Tr key={organization.id}>
                  <Table.Td pl={depth * 24 + 8}>
                    <TextLink to="/organizations/$organizationId" params={{ organizationId: organization.id }}>
                      {organization.name}
                    </TextLink>{' '}
                    <Text span size="xs" c="dimmed">
                      {organization.code}
                    </Text>
                  </Table.Td>
                  <Table.Td w={90}>
                    <May right="ADMINISTER_PEOPLE">
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        <ActionIcon variant="subtle" color="gray" aria-label={t('organizations.editOf', { name: organization.name })} onClick={() => setEdited(organization)}>
                          <IconEdit size={16} />
                        </ActionIcon>
                        <ActionIcon variant="subtle" color="red" aria-label={t('organizations.deleteOf', { name: organization.name })} onClick={() => setDeleted(organization)}>
                          <IconTrash size={16} />
                        </ActionIcon>
                      </Group>
                    </May>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Section>
      )}
      {edited && <OrganizationDialog organization={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {deleted && <DeleteDialog organization={deleted} onClose={() => setDeleted(null)} />}
    </Page>
  );
}

function DeleteDialog({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChange(['/organizations'], () => remove(`/organizations/${organization.id}`, organization.version), onClose);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('organizations.deleteTitle', { name: organization.name })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('organizations.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}
