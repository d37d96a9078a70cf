import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Account, User } from '../api/directory';
import { useChange } from '../api/one';
import { PermissionSelect } from '../permissions/PermissionSelect';
import { FormDialog } from '../ui/FormDialog';
import type { HeldPermission } from './accountsOf';

interface UserPermissionsDialogProps {
  user: User;
  accounts: Account[];
  held: HeldPermission[];
  onClose: () => void;
}

/** Permissions to give to a user and to take away, at the accounts the user has. */
export function UserPermissionsDialog({ user, accounts, held, onClose }: UserPermissionsDialogProps) {
  const { t } = useTranslation();
  const choices = [...new Map(accounts.map(({ applicationId, applicationName }) => [applicationId, applicationName]))].map(([value, label]) => ({ value, label }));
  const [applicationId, setApplicationId] = useState<string | null>(choices.length === 1 ? (choices[0]?.value ?? null) : null);
  const [bind, setBind] = useState<string[]>([]);
  const [unbind, setUnbind] = useState<string[]>([]);
  const [endsOn, setEndsOn] = useState('');
  const endsAt = endsOn ? new Date(`${endsOn}T23:59:59Z`).toISOString() : undefined;
  const lasting = held.filter(({ binding }) => binding.status !== 'RELEASING');
  const save = useChange(
    ['/users', `/users/${user.id}/changes`, '/accounts', '/tasks'],
    () => post(`/users/${user.id}/permissions`, { bind: bind.map((permissionId) => ({ permissionId, endsAt })), unbind }),
    onClose,
    () => t('lifecycle.permissions.done', { name: user.displayName || user.userName }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  const toggle = (id: string) => setUnbind(unbind.includes(id) ? unbind.filter((one) => one !== id) : [...unbind, id]);
  return (
    <FormDialog
      title={t('lifecycle.permissions.titleOf', { name: user.displayName || user.userName })}
      submitLabel={t('permissions.apply')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      disabled={bind.length + unbind.length === 0}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        {t('lifecycle.permissions.hint')}
      </Text>
      <Select
        label={t('applications.one')}
        description={t('lifecycle.permissions.applicationHelp')}
        data={choices}
        value={applicationId}
        onChange={(next) => {
          setApplicationId(next);
          setBind([]);
        }}
      />
      {applicationId && (
        <PermissionSelect
          label={t('permissions.toBind')}
          applicationId={applicationId}
          value={bind}
          onChange={setBind}
          exclude={lasting.map(({ binding }) => binding.permission.id)}
        />
      )}
      {bind.length > 0 && <TextInput type="date" label={t('permissions.endsOn')} description={t('permissions.endsOnHelp')} value={endsOn} onChange={(event) => setEndsOn(event.currentTarget.value)} />}
      <Unbinding held={lasting} chosen={unbind} onToggle={toggle} />
    </FormDialog>
  );
}

function Unbinding({ held, chosen, onToggle }: { held: HeldPermission[]; chosen: string[]; onToggle: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>
        {t('permissions.toUnbind')}
      </Text>
      {held.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('lifecycle.permissions.none')}
        </Text>
      )}
      <Stack gap={6}>
        {held.map(({ account, binding: { permission } }) => (
          <Checkbox
            key={account.id + permission.id}
            color="red"
            label={`${permission.name} (${t(`permissions.kind.${permission.kind}`)}, ${account.applicationName})`}
            checked={chosen.includes(permission.id)}
            onChange={() => onToggle(permission.id)}
          />
        ))}
      </Stack>
    </div>
  );
}
