import { IconBan, IconCircleCheck, IconTrash, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UserStatus } from '../api/directory';
import { Badge, type Tone } from '../ui/Badge';

const LOOKS: Record<UserStatus, [Tone, Icon]> = {
  ENABLED: ['green', IconCircleCheck],
  DISABLED: ['gray', IconBan],
  DELETED: ['red', IconTrash],
};

export function UserStatusBadge({ status }: { status: UserStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[status];
  return <Badge tone={tone} icon={icon} label={t(`users.status.${status}`)} />;
}
