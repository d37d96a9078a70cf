import { SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import type { Permission, PermissionKind } from '../api/directory';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { FormDialog } from '../ui/FormDialog';

const KINDS: PermissionKind[] = ['ROLE', 'GROUP', 'RESOURCE'];

interface PermissionDialogProps {
  applicationId: string;
  permission: Permission | null;
  onClose: () => void;
}

export function PermissionDialog({ applicationId, permission, onClose }: PermissionDialogProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      applicationId,
      kind: permission?.kind ?? ('GROUP' as PermissionKind),
      name: permission?.name ?? '',
      value: permission?.value ?? '',
      description: permission?.description ?? '',
    },
  });
  const save = useChange(
    ['/permissions'],
    (values: typeof form.values) => (permission ? put(`/permissions/${permission.id}`, values, permission.version) : post('/permissions', values)),
    onClose,
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={permission ? t('permissions.editOf', { name: permission.name }) : t('permissions.create')}
      submitLabel={permission ? t('common.save') : t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <SegmentedControl aria-label={t('permissions.kindLabel')} data={KINDS.map((value) => ({ value, label: t(`permissions.kind.${value}`) }))} {...form.getInputProps('kind')} />
      <TextInput label={t('common.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('permissions.value')} description={t('permissions.valueHelp')} required {...form.getInputProps('value')} />
      <TextInput label={t('permissions.description')} {...form.getInputProps('description')} />
    </FormDialog>
  );
}
