import { IconAlertCircle, IconBan, IconCircleCheck, IconEyeCheck, IconFileSearch, IconLoader2, IconSend, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BatchStatus, RowStatus } from '../api/bulk';
import { Badge, type Tone } from '../ui/Badge';

const BATCH: Record<BatchStatus, [Tone, Icon]> = {
  READING: ['blue', IconFileSearch],
  READY: ['orange', IconEyeCheck],
  RUNNING: ['blue', IconLoader2],
  DONE: ['green', IconCircleCheck],
  CANCELLED: ['gray', IconBan],
  FAILED: ['red', IconAlertCircle],
};

export function BatchStatusBadge({ status }: { status: BatchStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = BATCH[status];
  return <Badge tone={tone} icon={icon} label={t(`imports.status.${status}.label`)} help={t(`imports.status.${status}.help`)} />;
}

const ROW: Record<RowStatus, [Tone, Icon]> = {
  WAITING: ['gray', IconEyeCheck],
  BAD: ['red', IconAlertCircle],
  OPENED: ['blue', IconSend],
  SKIPPED: ['gray', IconBan],
  APPLIED: ['green', IconCircleCheck],
  FAILED: ['red', IconAlertCircle],
  CANCELLED: ['gray', IconBan],
};

export function RowStatusBadge({ status }: { status: RowStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = ROW[status];
  return <Badge tone={tone} icon={icon} label={t(`imports.row.${status}`)} />;
}
