import { Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, put, remove } from '../api/client';
import { useChange } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { SteadyForm } from '../ui/SteadyForm';
import type { FourEyesRule } from './proposals';

/** What needs a second person: everywhere, or in one application. */
export function FourEyesSection({ applicationId }: { applicationId?: string }) {
  const { t } = useTranslation();
  const path = applicationId ? `/applications/${applicationId}/four-eyes` : '/four-eyes';
  const { data: rule, error, refetch } = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<FourEyesRule>(path, {}, signal) });
  return (
    <Section title={t('foureyes.section')} testId="four-eyes">
      <Text size="sm" c="dimmed" mb="sm">
        {t('foureyes.sectionHint')}
      </Text>
      {applicationId && rule && (
        <Text size="sm" mb="sm">
          {t(rule.own ? 'foureyes.own' : 'foureyes.usual')}
        </Text>
      )}
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {rule && (
        <SteadyForm read={rule} stamp={`${rule.own}${rule.version}`}>
          {(begun) => <RuleForm path={path} rule={begun} removable={applicationId !== undefined && begun.own} />}
        </SteadyForm>
      )}
    </Section>
  );
}

function RuleForm({ path, rule, removable }: { path: string; rule: FourEyesRule; removable: boolean }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { confirmDeletions: rule.confirmDeletions, bulkRepairOver: rule.bulkRepairOver ?? ('' as number | string), releaseHeld: rule.releaseHeld },
  });
  const save = useChange(
    [path],
    ({ bulkRepairOver, ...switches }: typeof form.values) => put(path, { ...switches, bulkRepairOver: bulkRepairOver === '' ? null : Number(bulkRepairOver) }, rule.version),
    undefined,
    () => t('foureyes.saved'),
  );
  const asUsual = useChange([path], () => remove(path));
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Switch label={t('foureyes.confirmDeletions')} {...form.getInputProps('confirmDeletions', { type: 'checkbox' })} />
        <NumberInput label={t('foureyes.bulkRepair')} description={t('foureyes.bulkRepairHelp')} min={0} allowDecimal={false} w={280} {...form.getInputProps('bulkRepairOver')} />
        <Switch label={t('foureyes.releaseHeld')} {...form.getInputProps('releaseHeld', { type: 'checkbox' })} />
        <ErrorNotice error={save.error ?? asUsual.error} />
        <Group>
          <Button type="submit" size="xs" disabled={!form.isDirty()} loading={save.isPending}>
            {t('common.save')}
          </Button>
          {removable && (
            <Button size="xs" variant="default" loading={asUsual.isPending} onClick={() => asUsual.mutate(undefined)}>
              {t('foureyes.asUsual')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
