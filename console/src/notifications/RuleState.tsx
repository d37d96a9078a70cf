import { IconAlertCircle, IconBell, IconBellOff, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../api/notifications';
import { Badge } from '../ui/Badge';

/** Whether a rule is on, and whether it speaks. */
export function RuleState({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  if (!rule.enabled) {
    return <Badge tone="gray" icon={IconPlayerPause} label={t('notifications.off')} />;
  }
  if (rule.problem) {
    return <Badge tone="red" icon={IconAlertCircle} label={t('notifications.failing')} help={rule.problem} />;
  }
  return isMuted(rule) ? (
    <Badge tone="gray" icon={IconBellOff} label={t('notifications.muted')} help={rule.mute?.because ?? undefined} />
  ) : (
    <Badge tone="green" icon={IconBell} label={t('notifications.on')} />
  );
}

export const isMuted = (rule: Rule, now = new Date()) => rule.mute !== null && new Date(rule.mute.until) > now;
