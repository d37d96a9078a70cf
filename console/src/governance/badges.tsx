import {
  IconAlertCircle,
  IconBan,
  IconCircleCheck,
  IconEye,
  IconHandStop,
  IconHourglass,
  IconLoader2,
  IconSend,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FindingStatus, RunStatus } from '../api/governance';
import { Badge, type Tone } from '../ui/Badge';

const RUN: Record<RunStatus, [Tone, Icon]> = {
  RUNNING: ['blue', IconLoader2],
  HELD: ['orange', IconHandStop],
  DONE: ['green', IconCircleCheck],
  CANCELLED: ['gray', IconBan],
  FAILED: ['red', IconAlertCircle],
};

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = RUN[status];
  return <Badge tone={tone} icon={icon} label={t(`governance.runStatus.${status}`)} />;
}

const FINDING: Record<FindingStatus, [Tone, Icon]> = {
  OPEN: ['orange', IconAlertCircle],
  HELD: ['orange', IconHandStop],
  ACTED: ['blue', IconSend],
  PASSED: ['gray', IconHourglass],
  ADOPTED: ['teal', IconUserCheck],
  RESOLVED: ['green', IconCircleCheck],
  DRY: ['gray', IconEye],
};

export function FindingStatusBadge({ status }: { status: FindingStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = FINDING[status];
  return <Badge tone={tone} icon={icon} label={t(`governance.findingStatus.${status}.label`)} help={t(`governance.findingStatus.${status}.help`)} />;
}
