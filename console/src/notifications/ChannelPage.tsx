import { Alert, Button, Group, Text } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put, remove } from '../api/client';
import { PATHS, type Channel, type ChannelBody, type TestResult } from '../api/notifications';
import { oneQuery, useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { May } from '../rights/May';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { SteadyForm } from '../ui/SteadyForm';
import { ChannelForm } from './ChannelForm';

/** One channel: how it is set, and whether it works. */
export function ChannelPage() {
  const { t } = useTranslation();
  const { channelId } = useParams({ from: '/inside/notifications/channels/$channelId' });
  const { data: channel, error } = useQuery(oneQuery<Channel>(PATHS.channels, channelId));
  const [deleting, setDeleting] = useState(false);
  const test = useChange([PATHS.channels, PATHS.deliveries], () => post<TestResult>(`${PATHS.channels}/${channelId}/test`));
  return (
    <Page
      title={channel?.name ?? t('notifications.channel')}
      subtitle={channel && t(`notifications.kind.${channel.kind}`)}
      above={
        <TextLink to="/notifications" search={{ tab: 'channels' }}>
          {t('notifications.title')}
        </TextLink>
      }
      actions={
        channel && (
          <Group gap="xs">
            <ButtonLink to="/notifications" search={{ tab: 'deliveries', channel: channel.id }} variant="default">
              {t('notifications.itsDeliveries')}
            </ButtonLink>
            <May right="ADMINISTER_NOTIFICATIONS">
              <Button leftSection={<IconSend size={16} />} loading={test.isPending} onClick={() => test.mutate(undefined)}>
                {t('notifications.sendTest')}
              </Button>
              <Button variant="subtle" color="red" ml="lg" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
                {t('common.delete')}
              </Button>
            </May>
          </Group>
        )
      }
    >
      <ErrorNotice error={error ?? test.error} />
      {test.data && (
        <Alert color={test.data.sent ? 'green' : 'red'} title={t(test.data.sent ? 'notifications.testSent' : 'notifications.testFailed')} role="status" data-testid="test-result" mb="md" maw={720}>
          {test.data.message}
        </Alert>
      )}
      {channel && (
        <>
          <Editable right="ADMINISTER_NOTIFICATIONS">
            <SteadyForm read={channel} stamp={channel.version}>
              {(begun) => <Edit channel={begun} />}
            </SteadyForm>
          </Editable>
          {deleting && <DeleteDialog channel={channel} onClose={() => setDeleting(false)} />}
        </>
      )}
    </Page>
  );
}

function Edit({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const save = useChange(
    [PATHS.channels],
    (body: ChannelBody) => put<Channel>(`${PATHS.channels}/${channel.id}`, body, channel.version),
    undefined,
    () => t('common.saved'),
  );
  const { name, kind, enabled, language, settings } = channel;
  return (
    <ChannelForm
      start={{ name, kind, enabled, language, settings, secrets: {} }}
      stored={channel.secrets}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={save.mutate}
    />
  );
}

function DeleteDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const gone = useChange(
    [PATHS.channels],
    () => remove(`${PATHS.channels}/${channel.id}`, channel.version),
    () => void navigate({ to: '/notifications', search: { tab: 'channels' } }),
  );
  return (
    <ConfirmDialog opened destructive onClose={onClose} title={t('notifications.deleteChannel', { name: channel.name })} confirmLabel={t('common.delete')} busy={gone.isPending} error={gone.error} onConfirm={() => gone.mutate(undefined)}>
      <Text size="sm">{t('notifications.deleteChannelMeaning')}</Text>
    </ConfirmDialog>
  );
}
