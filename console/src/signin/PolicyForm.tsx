import { Button, Group, NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import type { SignInPolicy } from '../api/signin';
import { ErrorNotice } from '../ui/ErrorNotice';

const NUMBERS = [
  ['shortestPassword', 8, 64],
  ['idleMinutes', 1, 1440],
  ['longestMinutes', 5, 10_080],
  ['longestTokenDays', 1, 3660],
] as const;

export function PolicyForm({ policy }: { policy: SignInPolicy }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { ...policy, longestTokenDays: policy.longestTokenDays ?? ('' as const) } });
  const save = useChange(
    ['/sign-in/policy', '/session/second-factor'],
    (values: typeof form.values) => put('/sign-in/policy', { ...values, longestTokenDays: values.longestTokenDays === '' ? null : values.longestTokenDays }, policy.version),
    undefined,
    () => t('common.saved'),
  );
  const submit = form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {NUMBERS.map(([name, min, max]) => (
            <NumberInput
              key={name}
              label={t(`signin.policyOf.${name}`)}
              description={t(`signin.policyHelp.${name}`)}
              min={min}
              max={max}
              allowDecimal={false}
              required={name !== 'longestTokenDays'}
              withAsterisk={false}
              {...form.getInputProps(name)}
            />
          ))}
        </SimpleGrid>
        <Switch
          label={t('signin.policyOf.secondFactorRequired')}
          description={t('signin.policyHelp.secondFactorRequired')}
          {...form.getInputProps('secondFactorRequired', { type: 'checkbox' })}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
