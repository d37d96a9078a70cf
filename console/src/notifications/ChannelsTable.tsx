import { IconMailForward } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { PATHS, type Channel } from '../api/notifications';
import { May } from '../rights/May';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink, TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { DeliveryStatusBadge } from './badges';

/** Where messages go, and how the last one fared. */
export function ChannelsTable() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const channels = useList<Channel>(PATHS.channels, {}, { every: 5000 });
  const open = (channel: Channel) => void navigate({ to: '/notifications/channels/$channelId', params: { channelId: channel.id } });
  const { cursor } = useRowKeys({ rows: channels.rows, onOpen: open });
  const columns = useMemo<Column<Channel>[]>(
    () => [
      {
        id: 'name',
        header: t('common.name'),
        width: 'minmax(160px, 1.2fr)',
        cell: (channel) => (
          <TextLink to="/notifications/channels/$channelId" params={{ channelId: channel.id }}>
            {channel.name}
          </TextLink>
        ),
      },
      { id: 'kind', header: t('notifications.kindLabel'), width: '150px', cell: ({ kind }) => t(`notifications.kind.${kind}`) },
      { id: 'to', header: t('notifications.goesTo'), width: 'minmax(200px, 2fr)', cell: ({ settings }) => settings.recipients ?? settings.url ?? t('notifications.botAddress') },
      { id: 'on', header: t('common.status'), width: '90px', cell: ({ enabled }) => t(enabled ? 'notifications.on' : 'notifications.off') },
      { id: 'last', header: t('notifications.lastMessage'), width: '130px', cell: ({ lastDelivery }) => lastDelivery && <TimeText at={lastDelivery.createdAt} /> },
      { id: 'result', header: t('notifications.result'), width: '140px', cell: ({ lastDelivery }) => lastDelivery && <DeliveryStatusBadge status={lastDelivery.status} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('notifications.channels')}
      source={channels}
      columns={columns}
      rowId={(channel) => channel.id}
      onOpen={open}
      cursor={cursor}
      minWidth={900}
      empty={
        <EmptyState
          icon={IconMailForward}
          title={t('notifications.noChannels')}
          hint={t('notifications.noChannelsHint')}
          action={
            <May right="ADMINISTER_NOTIFICATIONS">
              <ButtonLink to="/notifications/channels/new" variant="light">
                {t('notifications.newChannel')}
              </ButtonLink>
            </May>
          }
        />
      }
    />
  );
}
