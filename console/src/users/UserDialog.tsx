import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import type { User } from '../api/directory';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { OrganizationSelect } from '../settings/OrganizationSelect';
import { FormDialog } from '../ui/FormDialog';
import { useAsOpened } from '../ui/useAsOpened';
import { FurtherAttributes } from './FurtherAttributes';
import { UserSelect } from './UserSelect';

const TEXTS = ['givenName', 'familyName', 'email', 'phone', 'employeeNumber'] as const;

interface UserDialogProps {
  user: User | null;
  onClose: () => void;
  onSaved?: (user: User) => void;
}

export function UserDialog({ onClose, onSaved, ...props }: UserDialogProps) {
  const { t } = useTranslation();
  const user = useAsOpened(props.user);
  const form = useForm({
    initialValues: {
      userName: user?.userName ?? '',
      displayName: user?.displayName ?? '',
      givenName: user?.givenName ?? '',
      familyName: user?.familyName ?? '',
      email: user?.email ?? '',
      phone: user?.phone ?? '',
      employeeNumber: user?.employeeNumber ?? '',
      organizationId: user?.organizationId ?? null,
      managerId: user?.managerId ?? null,
      attributes: user?.attributes ?? {},
    },
  });
  const save = useChange(
    ['/users', ...(user ? [`/users/${user.id}/changes`] : []), '/accounts', '/tasks'],
    (values: typeof form.values) => {
      const body = { ...values, ...Object.fromEntries(TEXTS.map((name) => [name, values[name].trim() || null])) };
      return user ? put<User>(`/users/${user.id}`, body, user.version) : post<User>('/users', body);
    },
    (saved) => {
      onClose();
      onSaved?.(saved);
    },
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={user ? t('users.editOf', { name: user.userName }) : t('users.create')}
      submitLabel={user ? t('common.save') : t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      size="lg"
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('users.userName')} required data-autofocus {...form.getInputProps('userName')} />
        <TextInput label={t('users.displayName')} required {...form.getInputProps('displayName')} />
        {TEXTS.map((name) => (
          <TextInput key={name} label={t(`users.${name}`)} {...form.getInputProps(name)} />
        ))}
        <OrganizationSelect {...form.getInputProps('organizationId')} />
        <UserSelect label={t('users.manager')} clearable value={form.values.managerId} error={form.errors.managerId} onChange={(id) => form.setFieldValue('managerId', id)} />
      </SimpleGrid>
      <FurtherAttributes {...form.getInputProps('attributes')} />
    </FormDialog>
  );
}
