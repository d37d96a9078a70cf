import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Release } from '../api/access';
import { oneQuery } from '../api/one';
import { TasksOf } from '../synclog/TasksOf';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { itemWords } from './words';

/** What a user gave back: where the records of source "self-service deprovisioning" lead. */
export function ReleasePage() {
  const { t } = useTranslation();
  const { releaseId } = useParams({ from: '/inside/requests/releases/$releaseId' });
  const { data: release, error } = useQuery(oneQuery<Release>('/access-releases', releaseId));
  return (
    <Page title={t('requests.releaseBy', { name: release?.userName ?? '' })} above={<TextLink to="/requests">{t('requests.title')}</TextLink>} subtitle={release && <TimeText at={release.releasedAt} />}>
      <ErrorNotice error={error} />
      {release && (
        <>
          <Section title={t('requests.givenBack')}>
            <Stack gap={6}>
              {release.items.map((item) => (
                <Text key={`${item.accountId}:${item.permissionId}`} size="sm">
                  {item.applicationName}: {itemWords(item, t)} ({item.accountName})
                </Text>
              ))}
            </Stack>
          </Section>
          <TasksOf query={{ cause: releaseId }} search={{ view: 'all', user: [release.userId] }} />
        </>
      )}
    </Page>
  );
}
