import { IconAlertCircle, IconArrowBackUp, IconCircleCheck, IconEyeCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GroupState } from '../api/failures';
import { Badge, type Tone } from '../ui/Badge';

const LOOKS: Record<GroupState, [Tone, Icon]> = {
  OPEN: ['red', IconAlertCircle],
  ACKNOWLEDGED: ['blue', IconEyeCheck],
  RESOLVED: ['green', IconCircleCheck],
  CAME_BACK: ['orange', IconArrowBackUp],
};

export function GroupStateBadge({ state }: { state: GroupState }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[state];
  return <Badge tone={tone} icon={icon} label={t(`failures.state.${state}.label`)} help={t(`failures.state.${state}.help`)} />;
}
