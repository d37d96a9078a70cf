import { useTranslation } from 'react-i18next';
import type { FailureKind, Status, TaskRow } from '../api/tasks';
import { Badge } from '../ui/Badge';
import { LOOKS, shownStatus } from './statuses';

interface StatusBadgeProps {
  task: {
    status: Status;
    failureKind?: FailureKind | null;
    retrying?: boolean;
    blockedBy?: TaskRow['blockedBy'];
    settledBy?: string | null;
  };
}

export function StatusBadge({ task }: StatusBadgeProps) {
  const { t } = useTranslation();
  const look = LOOKS[shownStatus(task)];
  // Where it is not said who confirmed it, it still must not pass for plain success.
  const nameless = task.status === 'CONFIRMED' && !task.settledBy;
  const label = nameless ? t('synclog.status.CONFIRMED.short') : t(look.label, { name: task.settledBy });
  return <Badge label={label} tone={look.tone} icon={look.icon} help={t(look.help)} />;
}
