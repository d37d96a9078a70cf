import { Button, Text } from '@mantine/core';
import { IconPointFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, remove } from '../api/client';
import { useChange } from '../api/one';
import type { OwnSession } from '../api/signin';
import { Badge } from '../ui/Badge';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { programOf } from './programs';

const PATH = '/session/all';

/** Where one is signed in. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: [PATH], queryFn: ({ signal }) => get<{ items: OwnSession[] }>(PATH, {}, signal) });
  const end = useChange([PATH], (id: string) => remove(`${PATH}/${id}`));
  const endOthers = useChange([PATH], () => remove(PATH));
  const sessions = data?.items ?? [];
  return (
    <Section
      title={t('signin.sessions')}
      testId="own-sessions"
      aside={
        <Button size="xs" variant="default" disabled={sessions.length < 2} loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
          {t('signin.endOthers')}
        </Button>
      }
    >
      <ErrorNotice error={error ?? end.error ?? endOthers.error} />
      <PlainTable
        rows={sessions}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'program',
            header: t('signin.program'),
            width: '',
            cell: ({ userAgent, method }) => (
              <>
                {programOf(userAgent) ?? t('signin.unknownProgram')}
                {method === 'OPENID_CONNECT' && (
                  <Text size="xs" c="dimmed">
                    {t('signin.byProvider')}
                  </Text>
                )}
              </>
            ),
          },
          { id: 'from', header: t('signin.from'), width: '', cell: ({ address }) => address },
          { id: 'begun', header: t('signin.begun'), width: '', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
          { id: 'used', header: t('signin.lastUse'), width: '', cell: ({ seenAt }) => <TimeText at={seenAt} /> },
          {
            id: 'acts',
            header: '',
            width: '',
            cell: ({ id, current }) =>
              current ? (
                <Badge label={t('signin.thisOne')} tone="blue" icon={IconPointFilled} />
              ) : (
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => end.mutate(id)}>
                  {t('signin.end')}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
}
