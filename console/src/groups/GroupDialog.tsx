import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { FormDialog } from '../ui/FormDialog';
import { useAsOpened } from '../ui/useAsOpened';
import { TOUCHED, type UserGroup } from './groups';

interface GroupDialogProps {
  group: UserGroup | null;
  onClose: () => void;
  onSaved?: (group: UserGroup) => void;
}

export function GroupDialog({ onClose, onSaved, ...props }: GroupDialogProps) {
  const { t } = useTranslation();
  const group = useAsOpened(props.group);
  const form = useForm({
    initialValues: { name: group?.name ?? '', description: group?.description ?? '', externalId: group?.externalId ?? '' },
  });
  const save = useChange(
    TOUCHED,
    (values: typeof form.values) =>
      group ? put<UserGroup>(`/groups/${group.id}`, values, group.version) : post<UserGroup>('/groups', values),
    (saved) => {
      onClose();
      onSaved?.(saved);
    },
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={group ? t('groups.editOf', { name: group.name }) : t('groups.create')}
      submitLabel={group ? t('common.save') : t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      <TextInput label={t('common.name')} description={t('groups.nameHelp')} required data-autofocus {...form.getInputProps('name')} />
      <Textarea label={t('groups.description')} autosize minRows={2} {...form.getInputProps('description')} />
      <TextInput label={t('groups.externalId')} description={t('groups.externalIdHelp')} {...form.getInputProps('externalId')} />
    </FormDialog>
  );
}
