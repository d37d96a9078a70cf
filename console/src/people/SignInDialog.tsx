import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get, remove } from '../api/client';
import { useChange } from '../api/one';
import type { Administrator } from '../api/people';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TimeText } from '../ui/TimeText';

interface AdministratorSignIn {
  secondFactorSince: string | null;
  lockedUntil: string | null;
}

/** For who cannot sign in: unlocked, without the second factor that was lost, or signed out everywhere. */
export function SignInDialog({ person, onClose }: { person: Administrator; onClose: () => void }) {
  const { t } = useTranslation();
  const path = `/administrators/${person.id}/sign-in`;
  const { data, error } = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<AdministratorSignIn>(path, {}, signal) });
  const act = useChange([path, '/administrators'], (what: 'lock' | 'second-factor' | 'sessions') => remove(`${path}/${what}`));
  return (
    <Dialog title={t('signin.of', { name: person.displayName })} onClose={onClose}>
      <Stack gap="md">
        <ErrorNotice error={error ?? act.error} />
        {data && (
          <>
            <Line text={data.lockedUntil ? t('signin.lockedUntil') : t('signin.notLocked')} at={data.lockedUntil}>
              <Button size="xs" variant="default" disabled={!data.lockedUntil} loading={act.isPending && act.variables === 'lock'} onClick={() => act.mutate('lock')}>
                {t('signin.unlock')}
              </Button>
            </Line>
            <Line text={data.secondFactorSince ? t('signin.hasSecondFactor') : t('signin.noSecondFactor')} at={data.secondFactorSince}>
              <Button
                size="xs"
                variant="default"
                disabled={!data.secondFactorSince}
                loading={act.isPending && act.variables === 'second-factor'}
                onClick={() => act.mutate('second-factor')}
              >
                {t('signin.reset')}
              </Button>
            </Line>
            <Line text={t('signin.endAllHint')} at={null}>
              <Button size="xs" variant="default" loading={act.isPending && act.variables === 'sessions'} onClick={() => act.mutate('sessions')}>
                {t('signin.endAll')}
              </Button>
            </Line>
          </>
        )}
      </Stack>
    </Dialog>
  );
}

function Line({ text, at, children }: { text: string; at: string | null; children: ReactNode }) {
  return (
    <Group gap="md" wrap="nowrap">
      <Text size="sm" style={{ flex: 1 }} component="div">
        {text} {at && <TimeText at={at} />}
      </Text>
      {children}
    </Group>
  );
}
