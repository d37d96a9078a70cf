import { IconAlertCircle, IconArrowBackUp, IconBan, IconCircleCheck, IconClockHour4, IconHourglass, IconLoader2, IconThumbDown, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '../api/access';
import { Badge, type Tone } from '../ui/Badge';

export const REQUEST_LOOKS: Record<RequestState, [Tone, Icon]> = {
  WAITING: ['orange', IconHourglass],
  APPROVED: ['blue', IconClockHour4],
  PROVISIONING: ['blue', IconLoader2],
  DONE: ['green', IconCircleCheck],
  FAILED: ['red', IconAlertCircle],
  GIVEN_UP: ['gray', IconBan],
  REJECTED: ['red', IconThumbDown],
  WITHDRAWN: ['gray', IconArrowBackUp],
};

export function RequestStateBadge({ state }: { state: RequestState }) {
  const { t } = useTranslation();
  const [tone, icon] = REQUEST_LOOKS[state];
  return <Badge tone={tone} icon={icon} label={t(`requests.state.${state}`)} />;
}
