import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { ApiToken } from '../api/directory';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import type { Right } from '../rights/rights';
import { sessionQuery } from '../session/session';
import { FormDialog } from '../ui/FormDialog';

export function TokenDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (token: ApiToken) => void }) {
  const { t } = useTranslation();
  const own = (useQuery({ ...sessionQuery, enabled: false }).data?.rights ?? []).filter((right) => right !== 'SIGN_IN');
  const form = useForm({ initialValues: { name: '', rights: [] as string[], expiresAt: '' } });
  const create = useChange(
    ['/tokens'],
    ({ name, rights, expiresAt }: typeof form.values) =>
      post<ApiToken>('/tokens', {
        name: name.trim(),
        rights: rights.length > 0 ? rights : undefined,
        expiresAt: expiresAt ? new Date(`${expiresAt}T23:59:59Z`).toISOString() : undefined,
        // Shown also when this dialog was closed meanwhile: it is shown only once.
      }).then(onCreated),
    onClose,
  );
  const submit = form.onSubmit((values) => create.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog title={t('settings.createToken')} submitLabel={t('common.create')} onClose={onClose} onSubmit={submit} busy={create.isPending} error={create.error}>
      <TextInput label={t('common.name')} description={t('settings.tokenNameHelp')} required data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('rights.limit')}
        description={t('rights.limitHelp')}
        data={own.map((right) => ({ value: right, label: t(`rights.of.${right as Right}`) }))}
        searchable
        clearable
        hidePickedOptions
        {...form.getInputProps('rights')}
      />
      <TextInput type="date" label={t('settings.expires')} description={t('settings.expiresHelp')} {...form.getInputProps('expiresAt')} />
    </FormDialog>
  );
}
