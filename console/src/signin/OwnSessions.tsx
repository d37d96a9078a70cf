import { Badge, Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, remove } from '../api/client';
import { useChange } from '../api/one';
import type { OwnSession } from '../api/signin';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ScrollBox } from '../ui/ScrollBox';
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
      <ScrollBox>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('signin.program')}</Table.Th>
              <Table.Th>{t('signin.from')}</Table.Th>
              <Table.Th>{t('signin.begun')}</Table.Th>
              <Table.Th>{t('signin.lastUse')}</Table.Th>
              <Table.Th w={110} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {programOf(session.userAgent) ?? t('signin.unknownProgram')}
                  {session.method === 'OPENID_CONNECT' && (
                    <Text size="xs" c="dimmed">
                      {t('signin.byProvider')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{session.address}</Table.Td>
                <Table.Td>
                  <TimeText at={session.createdAt} />
                </Table.Td>
                <Table.Td>
                  <TimeText at={session.seenAt} />
                </Table.Td>
                <Table.Td>
                  {session.current ? (
                    <Badge variant="light">{t('signin.thisOne')}</Badge>
                  ) : (
                    <Button size="compact-xs" variant="subtle" color="red" onClick={() => end.mutate(session.id)}>
                      {t('signin.end')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Section>
  );
}
