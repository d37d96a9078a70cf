import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconEye, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put, remove } from '../api/client';
import type { Check, CheckBody, Run } from '../api/governance';
import { oneQuery, useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { later } from '../ui/later';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SteadyForm } from '../ui/SteadyForm';
import { FAMILIES, familyOf, pathsOf, type Family } from './families';
import { FindingsTable } from './FindingsTable';
import { RunsTable } from './RunsTable';

const CheckForm = later(() => import('./CheckForm').then((part) => part.CheckForm));

type Asked = 'run' | 'delete' | null;

/** One policy or rule: what it finds, its runs, and how it is set. */
export function CheckPage() {
  const { t } = useTranslation();
  const { family: name, checkId } = useParams({ from: '/inside/governance/$family/$checkId' });
  const family = familyOf(name);
  const { tab = 'findings' } = useSearch({ from: '/inside/governance/$family/$checkId' });
  const navigate = useNavigate();
  const { data: check, error } = useQuery(oneQuery<Check>(FAMILIES[family].checks, checkId));
  const [asked, setAsked] = useState<Asked>(null);
  const start = useStart(family, checkId);
  return (
    <Page
      title={check?.name ?? t(`governance.${family}.one`)}
      subtitle={check && [t(`governance.kind.${check.definition.kind}`), check.applicationName, t(`governance.remedy.${check.action}`)].filter(Boolean).join(' · ')}
      above={<TextLink to={family === 'account-policies' ? '/governance/account-policies' : '/governance/compliance'}>{t(`governance.${family}.title`)}</TextLink>}
      fill={tab !== 'settings'}
      actions={
        check && (
          <Group gap="xs">
            <May right="RUN_GOVERNANCE">
              <Button variant="default" leftSection={<IconEye size={16} />} loading={start.isPending} onClick={() => start.mutate(true)}>
                {t('governance.dryRun')}
              </Button>
              <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => setAsked('run')}>
                {t('governance.runNow')}
              </Button>
            </May>
            <May right="ADMINISTER_POLICIES">
              <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
                {t('common.delete')}
              </Button>
            </May>
          </Group>
        )
      }
    >
      <ErrorNotice error={error ?? (asked ? null : start.error)} />
      {check && (
        <>
          <Tabs value={tab} onChange={(value) => void navigate({ to: '.', search: { tab: value ?? undefined }, replace: true })} mb="sm">
            <Tabs.List>
              <Tabs.Tab value="findings">{t('governance.findings')}</Tabs.Tab>
              <Tabs.Tab value="runs">{t(`governance.${family}.runs`)}</Tabs.Tab>
              <Tabs.Tab value="settings">{t('nav.settings')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {tab === 'settings' ? (
            <Editable right="ADMINISTER_POLICIES">
              <SteadyForm read={check} stamp={check.version}>
                {(begun) => <Edit family={family} check={begun} />}
              </SteadyForm>
            </Editable>
          ) : tab === 'runs' ? (
            <RunsTable family={family} checkId={check.id} />
          ) : (
            <FindingsTable family={family} path={FAMILIES[family].findings} query={{ checkId: check.id }} />
          )}
          {asked === 'run' && <RunDialog check={check} start={start} onClose={() => setAsked(null)} />}
          {asked === 'delete' && <DeleteDialog family={family} check={check} onClose={() => setAsked(null)} />}
        </>
      )}
    </Page>
  );
}

function useStart(family: Family, checkId: string) {
  const navigate = useNavigate();
  const start = useChange(
    pathsOf(family),
    (dryRun: boolean) => post<Run>(`${FAMILIES[family].checks}/${checkId}/runs`, { dryRun }),
    (run) => void navigate({ to: '/governance/$family/runs/$runId', params: { family, runId: run.id } }),
  );
  return start;
}

function RunDialog({ check, start, onClose }: { check: Check; start: ReturnType<typeof useStart>; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('governance.runTitle', { name: check.name })}
      confirmLabel={t('governance.runNow')}
      busy={start.isPending}
      error={start.error}
      onConfirm={() => start.mutate(false)}
    >
      <Text size="sm">{t(`governance.runMeaning.${check.action}`)}</Text>
    </ConfirmDialog>
  );
}

function DeleteDialog({ family, check, onClose }: { family: Family; check: Check; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const gone = useChange(
    [],
    () => remove(`${FAMILIES[family].checks}/${check.id}`, check.version),
    () => void navigate({ to: family === 'account-policies' ? '/governance/account-policies' : '/governance/compliance' }),
  );
  return (
    <ConfirmDialog opened destructive onClose={onClose} title={t('governance.deleteTitle', { name: check.name })} confirmLabel={t('common.delete')} busy={gone.isPending} error={gone.error} onConfirm={() => gone.mutate(undefined)}>
      <Text size="sm">{t('governance.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}

function Edit({ family, check }: { family: Family; check: Check }) {
  const { t } = useTranslation();
  const save = useChange(
    pathsOf(family),
    (body: CheckBody) => put<Check>(`${FAMILIES[family].checks}/${check.id}`, body, check.version),
    undefined,
    () => t('common.saved'),
  );
  const { name, enabled, definition, action, schedule, limits } = check;
  return (
    <CheckForm
      family={family}
      start={{ ...(check.applicationId ? { applicationId: check.applicationId } : {}), name, enabled, definition, action, schedule, limits }}
      there
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={save.mutate}
    />
  );
}
