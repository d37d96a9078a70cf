import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { modulesQuery, type Modules } from './modules';

const MODULES = ['lifecycleManagement', 'identityGovernance'] as const;
type Module = (typeof MODULES)[number];

/** The switches; switching off asks first and says what will be out of reach. */
export function ModulesSection() {
  const { t } = useTranslation();
  const { data: modules, error, refetch } = useQuery(modulesQuery);
  const [leaving, setLeaving] = useState<Module | null>(null);
  const change = useChange(
    ['/modules', '/tasks', '/account-policies', '/compliance/rules'],
    ({ version, ...switches }: Modules) => put('/modules', switches, version),
    () => setLeaving(null),
  );
  const wanted = (module: Module, on: boolean): Modules => ({ ...(modules as Modules), [module]: on });
  return (
    <Section title={t('modules.title')} testId="modules">
      <Text size="sm" c="dimmed" mb="sm">
        {t('modules.hint')}
      </Text>
      <ErrorNotice error={error ?? (leaving ? null : change.error)} onRetry={() => void refetch()} />
      <Stack gap="sm">
        {MODULES.map((module) => (
          <Switch
            key={module}
            label={t(`modules.${module}`)}
            description={t(`modules.${module}Help`)}
            checked={modules?.[module] ?? false}
            disabled={!modules || change.isPending}
            onChange={(event) => {
              if (event.currentTarget.checked) {
                change.mutate(wanted(module, true));
              } else {
                change.reset();
                setLeaving(module);
              }
            }}
          />
        ))}
      </Stack>
      {leaving && modules && (
        <ConfirmDialog
          opened
          onClose={() => setLeaving(null)}
          title={t('modules.switchOffTitle', { name: t(`modules.${leaving}`) })}
          confirmLabel={t('modules.switchOff')}
          busy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(wanted(leaving, false))}
        >
          <Text size="sm">{t(meaningOf(leaving, modules))}</Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}

function meaningOf(leaving: Module, modules: Modules): string {
  const other = leaving === 'lifecycleManagement' ? modules.identityGovernance : modules.lifecycleManagement;
  if (!other) {
    return 'modules.lastOffMeaning';
  }
  return leaving === 'identityGovernance' ? 'modules.governanceOffMeaning' : 'modules.lifecycleOffMeaning';
}
