import {
  IconAlertTriangle,
  IconBell,
  IconBellRinging,
  IconCircleCheck,
  IconClockHour4,
  IconFlag,
  IconFlame,
  IconInfoCircle,
  IconLoader2,
  IconMailX,
  IconTestPipe,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryStatus, MessageType, Severity } from '../api/notifications';
import { Badge, type Tone } from '../ui/Badge';

const SEVERITY: Record<Severity, [Tone, Icon]> = {
  INFO: ['blue', IconInfoCircle],
  WARNING: ['orange', IconAlertTriangle],
  CRITICAL: ['red', IconFlame],
};

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  const [tone, icon] = SEVERITY[severity];
  return <Badge tone={tone} icon={icon} label={t(`notifications.severity.${severity}`)} />;
}

const DELIVERY: Record<DeliveryStatus, [Tone, Icon]> = {
  PENDING: ['orange', IconClockHour4],
  SENDING: ['blue', IconLoader2],
  SENT: ['green', IconCircleCheck],
  GIVEN_UP: ['red', IconMailX],
};

export function DeliveryStatusBadge({ status }: { status: DeliveryStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = DELIVERY[status];
  return <Badge tone={tone} icon={icon} label={t(`notifications.deliveryStatus.${status}.label`)} help={t(`notifications.deliveryStatus.${status}.help`)} />;
}

const MESSAGE: Record<MessageType, [Tone, Icon]> = {
  TEST: ['gray', IconTestPipe],
  OPENED: ['orange', IconBellRinging],
  STILL: ['orange', IconBell],
  OVER: ['green', IconFlag],
};

export function MessageTypeBadge({ type }: { type: MessageType }) {
  const { t } = useTranslation();
  const [tone, icon] = MESSAGE[type];
  return <Badge tone={tone} icon={icon} label={t(`notifications.messageType.${type}`)} />;
}
