import {
  IconAlertCircle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconFileSearch,
  IconHandStop,
  IconHourglass,
  IconLoader2,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconPencil,
  IconEyeCheck,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RepairAction, RepairStatus, Result } from '../api/repairs';
import { Badge, type Tone } from '../ui/Badge';

const STATUS: Record<RepairStatus, [Tone, Icon]> = {
  PLANNING: ['blue', IconFileSearch],
  PLANNED: ['orange', IconEyeCheck],
  RUNNING: ['blue', IconLoader2],
  PAUSED: ['orange', IconPlayerPause],
  STOPPED: ['red', IconHandStop],
  DONE: ['green', IconCircleCheck],
  CANCELLED: ['gray', IconBan],
  EXPIRED: ['gray', IconClockX],
  FAILED: ['red', IconAlertCircle],
};

export function RepairStatusBadge({ status }: { status: RepairStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = STATUS[status];
  return <Badge tone={tone} icon={icon} label={t(`repairs.status.${status}.label`)} help={t(`repairs.status.${status}.help`)} />;
}

const RESULT: Record<Result, [Tone, Icon]> = {
  WAITING: ['gray', IconHourglass],
  UNDER_WAY: ['blue', IconLoader2],
  DONE: ['green', IconCircleCheck],
  FAILED_AGAIN: ['red', IconAlertCircle],
  CHANGED: ['orange', IconPencil],
  REFUSED: ['red', IconCircleX],
  NOT_DONE: ['gray', IconBan],
  LEFT_OUT: ['gray', IconPlayerSkipForward],
};

export function ResultBadge({ action, result }: { action: RepairAction; result: Result }) {
  const { t } = useTranslation();
  const [tone, icon] = RESULT[result];
  const word = result === 'DONE' ? `repairs.doneWord.${action}` : `repairs.result.${result}.label`;
  return <Badge tone={tone} icon={icon} label={t(word)} help={t(`repairs.result.${result}.help`)} />;
}
