import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/Badge';

/** Whether something is on; `words` names the texts for true and false. */
export function SwitchBadge({ on, words }: { on: boolean; words: string }) {
  const { t } = useTranslation();
  return <Badge tone={on ? 'green' : 'gray'} icon={on ? IconCircleCheck : IconBan} label={t(`${words}.${on}`)} />;
}
