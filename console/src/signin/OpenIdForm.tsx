import { Button, Group, PasswordInput, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post, put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import type { OpenIdSettings, ProviderTrial } from '../api/signin';
import { CopyButton } from '../ui/CopyButton';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { bodyOf, valuesOf, type OpenIdValues } from './openid';
import { RoleMapping } from './RoleMapping';
import { TrialResult } from './TrialResult';

const PATH = '/sign-in/openid/settings';

export function OpenIdForm({ settings }: { settings: OpenIdSettings }) {
  const { t } = useTranslation();
  const form = useForm<OpenIdValues>({ initialValues: valuesOf(settings) });
  const refused = { onError: (error: unknown) => form.setErrors(asProblem(error).byField()) };
  const save = useChange(
    [PATH, '/sign-in/openid'],
    (values: OpenIdValues) => put(PATH, bodyOf(values), settings.version),
    undefined,
    () => t('common.saved'),
  );
  const trial = useMutation({ mutationFn: (values: OpenIdValues) => post<ProviderTrial>(`${PATH}/test`, bodyOf(values)) });
  const field = (name: 'name' | 'issuer' | 'clientId' | 'scopes' | 'nameClaim' | 'roleClaim' | 'userClaim') => (
    <TextInput label={t(`signin.openid.${name}`)} description={t(`signin.openidHelp.${name}`)} {...form.getInputProps(name)} />
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values, refused))}>
      <Stack gap="sm">
        <Switch label={t('signin.openid.enabled')} description={t('signin.openidHelp.enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <Registration settings={settings} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {field('name')}
          {field('issuer')}
          {field('clientId')}
          <PasswordInput
            label={t('signin.openid.clientSecret')}
            description={t('signin.openidHelp.clientSecret')}
            placeholder={settings.hasClientSecret ? t('signin.secretKept') : undefined}
            autoComplete="new-password"
            {...form.getInputProps('clientSecret')}
          />
          {field('scopes')}
          {field('nameClaim')}
          {field('roleClaim')}
          <Select
            label={t('signin.openid.unknownPeople')}
            description={t('signin.openidHelp.unknownPeople')}
            data={(['REFUSE', 'MAKE'] as const).map((value) => ({ value, label: t(`signin.unknownPeople.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('unknownPeople')}
          />
        </SimpleGrid>
        {form.values.roleClaim.trim() !== '' && <RoleMapping {...form.getInputProps('roleMapping')} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {field('userClaim')}
          <Select
            label={t('signin.openid.userAttribute')}
            description={t('signin.openidHelp.userAttribute')}
            data={(['USER_NAME', 'EMAIL'] as const).map((value) => ({ value, label: t(`signin.userAttribute.${value}`) }))}
            allowDeselect={false}
            disabled={form.values.userClaim.trim() === ''}
            {...form.getInputProps('userAttribute')}
          />
        </SimpleGrid>
        <ErrorNotice error={save.error ?? trial.error} />
        {trial.data && trial.variables === form.values && <TrialResult trial={trial.data} />}
        <Group>
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" disabled={form.values.issuer.trim() === ''} loading={trial.isPending} onClick={() => trial.mutate(form.values, refused)}>
            {t('signin.test')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What has to be entered at the provider. */
function Registration({ settings }: { settings: OpenIdSettings }) {
  const { t } = useTranslation();
  const copied = (value: string) => (
    <Group gap={4} wrap="nowrap">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
      <CopyButton value={value} />
    </Group>
  );
  return (
    <Facts
      facts={[
        [t('signin.openid.redirectUri'), copied(settings.redirectUri)],
        [t('signin.openid.signedOutUri'), copied(settings.signedOutUri)],
      ]}
    />
  );
}
