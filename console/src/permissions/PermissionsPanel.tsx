import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconEdit, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import type { Permission } from '../api/directory';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import type { Column } from '../ui/DataTable';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { PermissionDialog } from './PermissionDialog';

/** What accounts of an application can hold. */
export function PermissionsPanel({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation();
  const permissions = useList<Permission>('/permissions', { applicationId });
  const [edited, setEdited] = useState<Permission | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Permission | null>(null);
  const columns: Column<Permission>[] = [
    { id: 'kind', header: t('permissions.kindLabel'), width: '', cell: ({ kind }) => t(`permissions.kind.${kind}`) },
    { id: 'name', header: t('common.name'), width: '', cell: ({ name }) => <b style={{ fontWeight: 550 }}>{name}</b> },
    { id: 'value', header: t('permissions.value'), width: '', cell: ({ value }) => value },
    { id: 'description', header: t('permissions.description'), width: '', cell: ({ description }) => description },
    {
      id: 'actions',
      header: '',
      width: '',
      cell: (permission) => (
        <May right="ADMINISTER_APPLICATIONS">
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <ActionIcon variant="subtle" color="gray" aria-label={t('permissions.editOf', { name: permission.name })} onClick={() => setEdited(permission)}>
              <IconEdit size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="red" aria-label={t('permissions.deleteOf', { name: permission.name })} onClick={() => setDeleted(permission)}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        </May>
      ),
    },
  ];
  return (
    <Section
      title={t('permissions.many')}
      aside={
        <May right="ADMINISTER_APPLICATIONS">
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
            {t('permissions.create')}
          </Button>
        </May>
      }
    >
      <ErrorNotice error={permissions.error} />
      {permissions.rows.length > 0 ? (
        <PlainTable rows={permissions.rows} columns={columns} rowId={({ id }) => id} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(permissions.isPending ? 'common.loading' : 'permissions.empty')}
        </Text>
      )}
      {permissions.hasNextPage && (
        <Button variant="subtle" size="xs" mt="xs" loading={permissions.isFetchingNextPage} onClick={() => void permissions.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      {edited && <PermissionDialog applicationId={applicationId} permission={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {deleted && <DeleteDialog permission={deleted} onClose={() => setDeleted(null)} />}
    </Section>
  );
}

function DeleteDialog({ permission, onClose }: { permission: Permission; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChange(['/permissions'], () => remove(`/permissions/${permission.id}`, permission.version), onClose);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('permissions.deleteTitle', { name: permission.name })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('permissions.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}
