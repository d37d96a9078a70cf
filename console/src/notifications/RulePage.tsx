import { Alert, Button, Group, Text } from '@mantine/core';
import { IconBell, IconBellOff, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, remove } from '../api/client';
import { PATHS, type Rule, type RuleBody } from '../api/notifications';
import { oneQuery, useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SteadyForm } from '../ui/SteadyForm';
import { TimeText } from '../ui/TimeText';
import { MuteDialog } from './MuteDialog';
import { RuleForm } from './RuleForm';
import { isMuted, RuleState } from './RuleState';

/** One rule: how it is set, whether it speaks. */
export function RulePage() {
  const { t } = useTranslation();
  const { ruleId } = useParams({ from: '/inside/notifications/rules/$ruleId' });
  const { data: rule, error } = useQuery(oneQuery<Rule>(PATHS.rules, ruleId));
  const [asked, setAsked] = useState<'mute' | 'delete' | null>(null);
  const speak = useChange([PATHS.rules], () => remove(`${PATHS.rules}/${ruleId}/mute`));
  const muted = rule !== undefined && isMuted(rule);
  return (
    <Page
      title={rule?.name ?? t('notifications.rule')}
      subtitle={
        rule && (
          <Group gap="xs" component="span">
            <RuleState rule={rule} />
            {rule.lookedAt && (
              <Text size="sm" c="dimmed" component="span">
                {t('notifications.looked')} <TimeText at={rule.lookedAt} />
              </Text>
            )}
          </Group>
        )
      }
      above={
        <TextLink to="/notifications" search={{ tab: 'rules' }}>
          {t('notifications.title')}
        </TextLink>
      }
      actions={
        rule && (
          <Group gap="xs">
            <ButtonLink to="/notifications" search={{ rule: rule.id }} variant="default">
              {t('notifications.itsAlerts')}
            </ButtonLink>
            <ButtonLink to="/notifications" search={{ tab: 'deliveries', rule: rule.id }} variant="default">
              {t('notifications.itsDeliveries')}
            </ButtonLink>
            <May right="ADMINISTER_NOTIFICATIONS">
              {muted ? (
                <Button variant="default" leftSection={<IconBell size={16} />} loading={speak.isPending} onClick={() => speak.mutate(undefined)}>
                  {t('notifications.unmute')}
                </Button>
              ) : (
                <Button variant="default" leftSection={<IconBellOff size={16} />} onClick={() => setAsked('mute')}>
                  {t('notifications.mute')}
                </Button>
              )}
              <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
                {t('common.delete')}
              </Button>
            </May>
          </Group>
        )
      }
    >
      <ErrorNotice error={error ?? speak.error} />
      {rule && (
        <>
          {rule.problem && (
            <Alert color="red" title={t('notifications.failing')} mb="md" maw={820}>
              {rule.problem}
            </Alert>
          )}
          {muted && rule.mute && (
            <Alert color="gray" icon={<IconBellOff />} title={t('notifications.mutedBy', { name: rule.mute.by })} mb="md" maw={820}>
              {t('notifications.mutedUntil')} <TimeText at={rule.mute.until} />
              {rule.mute.because && <Text size="sm">{rule.mute.because}</Text>}
            </Alert>
          )}
          <Editable right="ADMINISTER_NOTIFICATIONS">
            <SteadyForm read={rule} stamp={rule.version}>
              {(begun) => <Edit rule={begun} />}
            </SteadyForm>
          </Editable>
          {asked === 'mute' && <MuteDialog rule={rule} onClose={() => setAsked(null)} />}
          {asked === 'delete' && <DeleteDialog rule={rule} onClose={() => setAsked(null)} />}
        </>
      )}
    </Page>
  );
}

function Edit({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const save = useChange(
    [PATHS.rules, PATHS.alerts],
    (body: RuleBody) => put<Rule>(`${PATHS.rules}/${rule.id}`, body, rule.version),
    undefined,
    () => t('common.saved'),
  );
  const { name, enabled, condition, applicationIds, severity, channelIds, repeatMinutes, tellWhenOver, withNames, quiet } = rule;
  return (
    <RuleForm
      start={{ name, enabled, condition, applicationIds, severity, channelIds, repeatMinutes, tellWhenOver, withNames, quiet }}
      there={rule.applications}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={save.mutate}
    />
  );
}

function DeleteDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const gone = useChange(
    [PATHS.rules],
    () => remove(`${PATHS.rules}/${rule.id}`, rule.version),
    () => void navigate({ to: '/notifications', search: { tab: 'rules' } }),
  );
  return (
    <ConfirmDialog opened destructive onClose={onClose} title={t('notifications.deleteRule', { name: rule.name })} confirmLabel={t('common.delete')} busy={gone.isPending} error={gone.error} onConfirm={() => gone.mutate(undefined)}>
      <Text size="sm">{t('notifications.deleteRuleMeaning')}</Text>
    </ConfirmDialog>
  );
}
