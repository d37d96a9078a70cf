import { Checkbox, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import { useChange } from '../api/one';
import { type Administrator, type MadeAdministrator, type Role, ROLES } from '../api/people';
import { asProblem } from '../api/problem';
import { FormDialog } from '../ui/FormDialog';
import { UserSelect } from '../users/UserSelect';

interface PersonDialogProps {
  person: Administrator | null;
  onClose: () => void;
  onMade: (made: MadeAdministrator) => void;
}

export function PersonDialog({ person, onClose, onMade }: PersonDialogProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      userName: person?.userName ?? '',
      displayName: person?.displayName ?? '',
      roles: person?.roles ?? ([] as Role[]),
      userId: person?.user?.id ?? null,
      disabled: Boolean(person?.disabledAt),
    },
  });
  const save = useChange(
    ['/administrators', '/session'],
    async (values: typeof form.values) => {
      if (person) {
        await put<Administrator>(`/administrators/${person.id}`, values, person.version);
      } else {
        // Shown also when this dialog was closed meanwhile: the password is shown only once.
        onMade(await post<MadeAdministrator>('/administrators', values));
      }
    },
    onClose,
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={person ? t('rights.changeOf', { name: person.displayName }) : t('rights.make')}
      submitLabel={person ? t('common.save') : t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
    >
      {!person && <TextInput label={t('session.userName')} required data-autofocus {...form.getInputProps('userName')} />}
      <TextInput label={t('common.name')} required {...form.getInputProps('displayName')} />
      <Checkbox.Group label={t('rights.roles')} {...form.getInputProps('roles')}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t(`rights.role.${role}`)} description={t(`rights.roleHelp.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {form.values.roles.includes('APPLICATION_OWNER') && (
        <UserSelect
          label={t('rights.user')}
          description={t('rights.userHelp')}
          required
          value={form.values.userId}
          onChange={(id) => form.setFieldValue('userId', id)}
          error={form.errors.userId}
        />
      )}
      {person && <Switch label={t('rights.disabled')} description={t('rights.disabledHelp')} {...form.getInputProps('disabled', { type: 'checkbox' })} />}
    </FormDialog>
  );
}
