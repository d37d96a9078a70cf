import { IconClockHour4, IconMinus, IconShieldCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../ui/Badge';

const LOOKS: Record<string, [Tone, Icon]> = {
  REQUESTED: ['blue', IconClockHour4],
  HELD: ['green', IconShieldCheck],
  RELEASING: ['orange', IconMinus],
};

/** Whether a permission is held, to come, or to go. */
export function BindingBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[status] ?? (['gray', IconShieldCheck] as const);
  return <Badge tone={tone} icon={icon} label={t(`accounts.binding.${status}`, { defaultValue: status })} />;
}
