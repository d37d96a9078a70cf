import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { PATHS, type Channel, type ChannelBody } from '../api/notifications';
import { useChange } from '../api/one';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { ChannelForm, newChannel } from './ChannelForm';

export function NewChannelPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const create = useChange(
    [PATHS.channels],
    (body: ChannelBody) => post<Channel>(PATHS.channels, body),
    ({ id }) => void navigate({ to: '/notifications/channels/$channelId', params: { channelId: id } }),
  );
  return (
    <Page
      title={t('notifications.newChannel')}
      above={
        <TextLink to="/notifications" search={{ tab: 'channels' }}>
          {t('notifications.title')}
        </TextLink>
      }
    >
      <ChannelForm start={newChannel(i18n.language)} submitLabel={t('common.create')} busy={create.isPending} error={create.error} onSubmit={create.mutate} />
    </Page>
  );
}
