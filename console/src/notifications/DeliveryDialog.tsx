import { Anchor, Button, Group, Stack, Text, Timeline } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { PATHS, type DeliveryDetail } from '../api/notifications';
import { oneQuery, useChange } from '../api/one';
import { May } from '../rights/May';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts, type Fact } from '../ui/Facts';
import { TimeText } from '../ui/TimeText';
import { DeliveryStatusBadge, MessageTypeBadge, SeverityBadge } from './badges';

/** One message as it was sent, and every attempt at it. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...oneQuery<DeliveryDetail>(PATHS.deliveries, id), refetchInterval: 3000 });
  const again = useChange([PATHS.deliveries], () => post<DeliveryDetail>(`${PATHS.deliveries}/${id}/send-again`));
  return (
    <Dialog onClose={onClose} size="lg" title={data?.delivery.message.title ?? t('notifications.message')}>
      <ErrorNotice error={error} />
      {data && (
        <Stack gap="md">
          <Group gap="xs">
            <DeliveryStatusBadge status={data.delivery.status} />
            <MessageTypeBadge type={data.delivery.message.type} />
            <SeverityBadge severity={data.delivery.message.severity} />
          </Group>
          <div>
            {data.delivery.message.summary.map((sentence, index) => (
              <Text key={index} size="sm">
                {sentence}
              </Text>
            ))}
          </div>
          <Facts facts={[...data.delivery.message.facts.map(({ label, value }): Fact => [label, value]), ...aboutOf(t, data)]} />
          <div>
            <Text size="sm" fw={600} mb={6}>
              {t('notifications.attempts', { number: data.delivery.attempts })}
            </Text>
            <Timeline bulletSize={14} lineWidth={2}>
              {data.attempts.map((attempt) => (
                <Timeline.Item key={attempt.number} title={<TimeText at={attempt.beganAt} />}>
                  <Text size="sm" c="dimmed">
                    {attempt.result ?? t('notifications.underWay')}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          </div>
          <ErrorNotice error={again.error} />
          {data.delivery.status === 'GIVEN_UP' && (
            <May right="ADMINISTER_NOTIFICATIONS">
              <Group>
                <Button leftSection={<IconSend size={16} />} loading={again.isPending} onClick={() => again.mutate(undefined)}>
                  {t('notifications.sendAgain')}
                </Button>
              </Group>
            </May>
          )}
        </Stack>
      )}
    </Dialog>
  );
}

function aboutOf(t: (key: string) => string, { delivery }: DeliveryDetail): Fact[] {
  return [
    [t('notifications.channel'), delivery.channelName],
    [t('notifications.rule'), delivery.ruleName],
    [t('notifications.nextTry'), delivery.nextTryAt && <TimeText key="next" at={delivery.nextTryAt} />],
    [
      t('notifications.link'),
      delivery.message.link && (
        <Anchor key="link" size="sm" href={delivery.message.link}>
          {delivery.message.link}
        </Anchor>
      ),
    ],
    [t('notifications.id'), delivery.id],
  ];
}
