import { IconAlertCircle, IconBan, IconCircleCheck, IconLoader2, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PolicyRun, RunStatus } from '../api/policies';
import { Badge, type Tone } from '../ui/Badge';

const LOOKS: Record<RunStatus, [Tone, Icon]> = {
  RUNNING: ['blue', IconLoader2],
  DONE: ['green', IconCircleCheck],
  CANCELLED: ['gray', IconBan],
  FAILED: ['red', IconAlertCircle],
};

export function RunBadge({ run }: { run: PolicyRun }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[run.status];
  const percent = run.total === 0 ? 100 : Math.min(100, Math.floor((run.lookedAt / run.total) * 100));
  const label = run.status === 'RUNNING' ? t('policies.runningAt', { percent }) : t(`policies.runStatus.${run.status}`);
  return <Badge tone={tone} icon={icon} label={label} help={run.failure ?? undefined} />;
}
