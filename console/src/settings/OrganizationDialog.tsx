import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import type { Organization } from '../api/directory';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { FormDialog } from '../ui/FormDialog';
import { useAsOpened } from '../ui/useAsOpened';
import { OrganizationSelect } from './OrganizationSelect';

export function OrganizationDialog({ onClose, ...props }: { organization: Organization | null; onClose: () => void }) {
  const { t } = useTranslation();
  const organization = useAsOpened(props.organization);
  const form = useForm({
    initialValues: { code: organization?.code ?? '', name: organization?.name ?? '', parentId: organization?.parentId ?? null },
  });
  const save = useChange(
    ['/organizations', '/users', '/tasks', ...(organization ? [`/organizations/${organization.id}/changes`] : [])],
    (values: typeof form.values) => (organization ? put(`/organizations/${organization.id}`, values, organization.version) : post('/organizations', values)),
    onClose,
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={organization ? t('organizations.editOf', { name: organization.name }) : t('organizations.create')}
      submitLabel={organization ? t('common.save') : t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <TextInput label={t('common.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('organizations.code')} description={t('organizations.codeHelp')} required {...form.getInputProps('code')} />
      <OrganizationSelect label={t('organizations.parent')} description={organization ? t('organizations.parentHelp') : undefined} exclude={organization?.id} {...form.getInputProps('parentId')} />
    </FormDialog>
  );
}
