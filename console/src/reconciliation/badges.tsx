import { IconAlertCircle, IconBan, IconCircleCheck, IconCircleDashed, IconLink, IconLoader2, IconSend, IconUserOff, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome, ReconciliationStatus } from '../api/reconciliation';
import { Badge, type Tone } from '../ui/Badge';

const STATUS: Record<ReconciliationStatus, [Tone, Icon]> = {
  RUNNING: ['blue', IconLoader2],
  DONE: ['green', IconCircleCheck],
  CANCELLED: ['gray', IconBan],
  FAILED: ['red', IconAlertCircle],
};

export function ReconciliationStatusBadge({ status }: { status: ReconciliationStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = STATUS[status];
  return <Badge tone={tone} icon={icon} label={t(`reconciliation.status.${status}`)} />;
}

const OUTCOME: Record<Outcome, [Tone, Icon]> = {
  OPEN: ['orange', IconCircleDashed],
  LINKED: ['green', IconLink],
  KEPT: ['teal', IconUserOff],
  ALIGNED: ['blue', IconSend],
  IGNORED: ['gray', IconBan],
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const [tone, icon] = OUTCOME[outcome];
  return <Badge tone={tone} icon={icon} label={t(`reconciliation.outcome.${outcome}`)} />;
}
