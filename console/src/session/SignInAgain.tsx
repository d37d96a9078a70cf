import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../ui/useFocusBack';
import { endedQuery } from './ended';
import { readSession, sessionQuery } from './session';

/**
 * Covers a page whose session has ended while somebody typed. One signs in again in another tab, by whatever steps it takes there, and goes
 * on here; somebody else who signs in there finds nothing of it.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const router = useRouter();
  useFocusBack();
  const { data: again } = useQuery({
    queryKey: ['session again'],
    queryFn: readSession,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 3000,
    refetchOnWindowFocus: 'always',
  });
  useEffect(() => {
    if (again?.step !== 'NONE') {
      return;
    }
    const before = queries.getQueryData(sessionQuery.queryKey);
    if (again.user.id === before?.user.id && again.kind === before.kind) {
      queries.setQueryData(endedQuery.queryKey, false);
      queries.setQueryData(sessionQuery.queryKey, again);
      void queries.invalidateQueries();
    } else {
      window.location.reload();
    }
  }, [again, queries]);
  const leave = () => {
    queries.setQueryData(endedQuery.queryKey, false);
    queries.removeQueries({ queryKey: ['/session'] });
    void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } });
  };
  return (
    <Modal
      opened
      onClose={() => {}}
      title={<b>{t('session.ended')}</b>}
      withCloseButton={false}
      returnFocus={false}
      zIndex={500}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--mantine-color-body)' }}
    >
      <Stack gap="sm" data-testid="session-ended">
        <Text size="sm">{t('session.endedHint')}</Text>
        <Group justify="space-between" mt="xs">
          <Button variant="default" onClick={leave}>
            {t('session.giveUpTyped')}
          </Button>
          <Button component="a" href="/sign-in" target="_blank" data-autofocus>
            {t('session.signInInTab')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
