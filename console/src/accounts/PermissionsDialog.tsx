import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Account, AccountAnswer } from '../api/directory';
import { PermissionSelect } from '../permissions/PermissionSelect';
import { FormDialog } from '../ui/FormDialog';
import { useOperation } from './operations';

/** Which permissions the account is to hold: some to bind, some to unbind, in one task. */
export function PermissionsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const [bind, setBind] = useState<string[]>([]);
  const [unbind, setUnbind] = useState<string[]>([]);
  const [endsOn, setEndsOn] = useState('');
  const held = (account.bindings ?? []).filter(({ status }) => status !== 'RELEASING');
  const endsAt = endsOn ? new Date(`${endsOn}T23:59:59Z`).toISOString() : undefined;
  const save = useOperation(
    () => post<AccountAnswer>(`/accounts/${account.id}/bindings`, { bind: bind.map((permissionId) => ({ permissionId, endsAt })), unbind }),
    onClose,
  );
  const toggle = (id: string) => setUnbind(unbind.includes(id) ? unbind.filter((one) => one !== id) : [...unbind, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <FormDialog
      title={t('accounts.permissionsTitle', { name: account.name, application: account.applicationName })}
      submitLabel={t('permissions.apply')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      disabled={bind.length + unbind.length === 0}
      size="lg"
    >
      <PermissionSelect label={t('permissions.toBind')} applicationId={account.applicationId} value={bind} onChange={setBind} exclude={held.map(({ permission }) => permission.id)} />
      {bind.length > 0 && <TextInput type="date" label={t('permissions.endsOn')} description={t('permissions.endsOnHelp')} value={endsOn} onChange={(event) => setEndsOn(event.currentTarget.value)} />}
      <div>
        <Text size="sm" fw={500} mb={6}>
          {t('permissions.toUnbind')}
        </Text>
        {held.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('accounts.noBindings')}
          </Text>
        )}
        <Stack gap={6}>
          {held.map(({ permission }) => (
            <Checkbox
              key={permission.id}
              color="red"
              label={`${permission.name} (${t(`permissions.kind.${permission.kind}`)})`}
              checked={unbind.includes(permission.id)}
              onChange={() => toggle(permission.id)}
            />
          ))}
        </Stack>
      </div>
    </FormDialog>
  );
}
