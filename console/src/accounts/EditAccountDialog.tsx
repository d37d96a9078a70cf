import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client';
import type { Account, AccountAnswer, Application } from '../api/directory';
import { oneQuery } from '../api/one';
import { asProblem } from '../api/problem';
import { FormDialog } from '../ui/FormDialog';
import { AttributeFields } from './AttributeFields';
import { changedAttributes } from './attributes';
import { useOperation } from './operations';
import { useSpecs } from './useSpecs';

/** Other values for an account: only what was changed is sent. */
export function EditAccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: application } = useQuery(oneQuery<Application>('/applications', account.applicationId));
  const { specs, open } = useSpecs(application);
  const [name, setName] = useState(account.name);
  const [attributes, setAttributes] = useState(account.attributes ?? {});
  const changed = changedAttributes(account.attributes ?? {}, attributes);
  const save = useOperation(
    () => put<AccountAnswer>(`/accounts/${account.id}`, { name: name === account.name ? undefined : name.trim(), attributes: changed }, account.version),
    onClose,
  );
  const errors = save.error ? asProblem(save.error).byField() : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <FormDialog
      title={t('accounts.editTitle', { name: account.name, application: account.applicationName })}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      disabled={name === account.name && Object.keys(changed).length === 0}
      size="lg"
    >
      <TextInput label={t('accounts.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} error={errors.name} />
      <AttributeFields specs={specs} open={open} sparse values={attributes} original={account.attributes ?? {}} errors={errors} onChange={setAttributes} />
    </FormDialog>
  );
}
