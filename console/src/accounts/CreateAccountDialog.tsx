import { Alert, Divider, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { AccountAnswer, Application } from '../api/directory';
import { oneQuery } from '../api/one';
import { asProblem } from '../api/problem';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { useMappingPreview } from '../applications/preview';
import { PermissionSelect } from '../permissions/PermissionSelect';
import { shownValue } from '../synclog/values';
import { FormDialog } from '../ui/FormDialog';
import { UserSelect } from '../users/UserSelect';
import { AttributeFields, type Attributes } from './AttributeFields';
import { useOperation } from './operations';
import { useSpecs } from './useSpecs';

interface CreateAccountDialogProps {
  application: string | null;
  onClose: () => void;
}

/** A new account. What is left empty comes from the application's mappings. */
export function CreateAccountDialog({ application: given, onClose }: CreateAccountDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [applicationId, setApplicationId] = useState(given);
  const [userId, setUserId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [attributes, setAttributes] = useState<Attributes>({});
  const [permissionIds, setPermissionIds] = useState<string[]>([]);
  const { data: application } = useQuery({ ...oneQuery<Application>('/applications', applicationId ?? ''), enabled: applicationId !== null });
  const { specs, open } = useSpecs(application);
  const preview = useMappingPreview(applicationId, userId);
  const create = useOperation(
    () => post<AccountAnswer>('/accounts', { applicationId, userId, name: name.trim() || undefined, attributes: entered(attributes), permissionIds }),
    ({ account }) => {
      onClose();
      if (account) {
        void navigate({ to: '/accounts/$accountId', params: { accountId: account.id } });
      }
    },
  );
  const mapped = Object.fromEntries(Object.entries(preview.data?.attributes ?? {}).map(([target, value]) => [target, shownValue(value)]));
  const errors = create.error ? asProblem(create.error).byField() : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(undefined);
  };
  return (
    <FormDialog
      title={t('accounts.create')}
      submitLabel={t('common.create')}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      error={create.error}
      disabled={!applicationId || (!userId && !name.trim())}
      size="lg"
    >
      <ApplicationSelect required value={applicationId} onChange={setApplicationId} error={errors.applicationId} />
      <UserSelect description={t('accounts.userHelp')} clearable value={userId} onChange={setUserId} error={errors.userId} />
      <TextInput
        label={t('accounts.name')}
        description={t('accounts.nameHelp')}
        placeholder={preview.data?.name ?? undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errors.name}
      />
      {preview.data?.errors.map(({ target, message }) => (
        <Alert key={target} color="orange" title={target}>
          {message}
        </Alert>
      ))}
      {application && (
        <>
          <PermissionSelect applicationId={application.id} value={permissionIds} onChange={setPermissionIds} />
          <Divider label={t('accounts.overrides')} labelPosition="left" />
          <AttributeFields specs={specs} open={open} sparse values={attributes} placeholders={mapped} errors={errors} onChange={setAttributes} />
        </>
      )}
    </FormDialog>
  );
}

/** Only what was entered: the rest is for the mappings. */
const entered = (attributes: Attributes) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)));
