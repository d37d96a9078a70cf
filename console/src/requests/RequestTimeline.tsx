import { Text, Timeline } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClockExclamation, IconMessage, IconSend, IconShieldUp, IconThumbDown, IconUserOff, IconUserQuestion, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestEvent, RequestEventKind } from '../api/access';
import { TimeText } from '../ui/TimeText';
import { list } from '../ui/format';

const ICONS: Record<RequestEventKind, Icon> = {
  SUBMITTED: IconSend,
  ASKED: IconUserQuestion,
  COMMENTED: IconMessage,
  APPROVED: IconCheck,
  REJECTED: IconThumbDown,
  WITHDRAWN: IconArrowBackUp,
  ESCALATED: IconClockExclamation,
  TO_ADMINISTRATORS: IconShieldUp,
  APPROVER_GONE: IconUserOff,
  TASKS_OPENED: IconSend,
};

/** What happened to a request, oldest first. */
export function RequestTimeline({ events }: { events: RequestEvent[] }) {
  const { t } = useTranslation();
  return (
    <Timeline bulletSize={22} lineWidth={1} active={events.length - 1} data-testid="request-timeline">
      {events.map((event, index) => {
        const Bullet = ICONS[event.kind];
        return (
          <Timeline.Item key={index} bullet={<Bullet size={13} aria-hidden />} title={<Text size="sm">{t(`requests.event.${event.kind}`, { actor: event.actor, people: list(event.people) })}</Text>}>
            {event.comment && (
              <Text size="sm" fs="italic">
                “{event.comment}”
              </Text>
            )}
            <Text size="xs" c="dimmed" component="div">
              <TimeText at={event.at} />
            </Text>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}
