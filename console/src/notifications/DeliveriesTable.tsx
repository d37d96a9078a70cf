import { Button, Select } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import { DELIVERY_STATUSES, PATHS, type Delivery } from '../api/notifications';
import { DataTable, type Column } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { FilterRow } from '../ui/FilterRow';
import { TimeText } from '../ui/TimeText';
import { useRowKeys } from '../ui/useRowKeys';
import { DeliveryStatusBadge, MessageTypeBadge } from './badges';
import { DeliveryDialog } from './DeliveryDialog';

/** What was sent to whom, when, and what came of it. */
export function DeliveriesTable() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { rule, channel, status } = useSearch({ from: '/inside/notifications' });
  const [opened, setOpened] = useState<string | null>(null);
  const deliveries = useList<Delivery>(PATHS.deliveries, { ruleId: rule, channelId: channel, status }, { every: 5000 });
  const { cursor } = useRowKeys({ rows: deliveries.rows, onOpen: (delivery: Delivery) => setOpened(delivery.id) });
  const columns = useMemo<Column<Delivery>[]>(
    () => [
      { id: 'at', header: t('notifications.at'), width: '130px', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
      { id: 'type', header: t('notifications.type'), width: '120px', cell: ({ message }) => <MessageTypeBadge type={message.type} /> },
      {
        id: 'title',
        header: t('notifications.message'),
        width: 'minmax(240px, 2fr)',
        cell: (delivery) => (
          <Button variant="transparent" size="compact-sm" px={0} maw="100%" onClick={() => setOpened(delivery.id)}>
            {delivery.message.title}
          </Button>
        ),
      },
      { id: 'channel', header: t('notifications.channel'), width: 'minmax(120px, 1fr)', cell: ({ channelName }) => channelName },
      { id: 'rule', header: t('notifications.rule'), width: 'minmax(120px, 1fr)', cell: ({ ruleName }) => ruleName },
      { id: 'status', header: t('common.status'), width: '130px', cell: (delivery) => <DeliveryStatusBadge status={delivery.status} /> },
      { id: 'result', header: t('notifications.result'), width: 'minmax(200px, 2fr)', cell: ({ result }) => <span title={result ?? undefined}>{result}</span> },
    ],
    [t],
  );
  const filter = (part: { status?: string }) => void navigate({ to: '/notifications', search: { tab: 'deliveries', rule, channel, status, ...part }, replace: true });
  return (
    <>
      <FilterRow>
        <Select
          size="xs"
          w={180}
          clearable
          aria-label={t('common.status')}
          placeholder={t('notifications.anyStatus')}
          data={DELIVERY_STATUSES.map((value) => ({ value, label: t(`notifications.deliveryStatus.${value}.label`) }))}
          value={status ?? null}
          onChange={(value) => filter({ status: value ?? undefined })}
        />
        {(rule ?? channel) && (
          <Button size="xs" variant="subtle" onClick={() => void navigate({ to: '/notifications', search: { tab: 'deliveries', status } })}>
            {t('notifications.allDeliveries')}
          </Button>
        )}
      </FilterRow>
      <DataTable
        label={t('notifications.deliveries')}
        source={deliveries}
        columns={columns}
        rowId={(delivery) => delivery.id}
        onOpen={(delivery) => setOpened(delivery.id)}
        cursor={cursor}
        minWidth={1060}
        empty={<EmptyState icon={IconMailbox} title={t('notifications.noDeliveries')} hint={t('notifications.noDeliveriesHint')} />}
      />
      {opened && <DeliveryDialog id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
