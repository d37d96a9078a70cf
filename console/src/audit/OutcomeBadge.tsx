import { IconAlertTriangle, IconBan, IconCheck, IconLoader, IconQuestionMark, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../api/audit';
import { Badge, type BadgeProps } from '../ui/Badge';

const LOOKS: Record<Outcome, Pick<BadgeProps, 'tone' | 'icon'>> = {
  DONE: { tone: 'green', icon: IconCheck },
  REFUSED: { tone: 'orange', icon: IconBan },
  FAILED: { tone: 'red', icon: IconAlertTriangle },
  REPEATED: { tone: 'blue', icon: IconRepeat },
  UNKNOWN: { tone: 'gray', icon: IconQuestionMark },
};

export function OutcomeBadge({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation();
  return outcome === null ? (
    <Badge tone="gray" icon={IconLoader} label={t('audit.underWay')} />
  ) : (
    <Badge {...LOOKS[outcome]} label={t(`audit.outcomeWord.${outcome}`)} />
  );
}
