import { IconBan, IconCircleCheck, IconClockHour4, IconTrash, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountStatus } from '../api/directory';
import { Badge, type Tone } from '../ui/Badge';

export const ACCOUNT_STATUSES: AccountStatus[] = ['REQUESTED', 'ACTIVE', 'DISABLED', 'DELETING'];

const LOOKS: Record<AccountStatus, [Tone, Icon]> = {
  REQUESTED: ['blue', IconClockHour4],
  ACTIVE: ['green', IconCircleCheck],
  DISABLED: ['gray', IconBan],
  DELETING: ['orange', IconTrash],
};

export function AccountStatusBadge({ status }: { status: AccountStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[status];
  return <Badge tone={tone} icon={icon} label={t(`accounts.status.${status}.label`)} help={t(`accounts.status.${status}.help`)} />;
}
