import { List, Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconHourglass, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestStep } from '../api/access';
import { TimeText } from '../ui/TimeText';
import { list } from '../ui/format';

const ICONS: Record<RequestStep['status'], Icon> = {
  NEXT: IconCircleDashed,
  OPEN: IconHourglass,
  APPROVED: IconCheck,
  REJECTED: IconX,
  DROPPED: IconMinus,
};

/** Who decides, one step after the other. */
export function RequestSteps({ steps }: { steps: RequestStep[] }) {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={8} center={false} listStyleType="none" pl={0}>
      {steps.map((step) => {
        const Mark = ICONS[step.status];
        return (
          <List.Item key={step.position} icon={<Mark size={16} aria-label={t(`requests.stepStatus.${step.status}`)} />}>
            <Text size="sm">
              {step.position}. {t(`requests.approvers.${step.approvers}`)}
              {step.asked.length > 1 && ` · ${t(`requests.quorum.${step.quorum}`)}`}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              {step.toAdministrators ? t('requests.administrators') : list(step.asked.map((asked) => asked.person.name + (asked.approvedAt ? ` ✓` : asked.gone ? ` (${t('requests.gone')})` : '')))}
              {step.escalatesAt && (
                <>
                  {' '}
                  · {t('requests.escalates')} <TimeText at={step.escalatesAt} />
                </>
              )}
            </Text>
          </List.Item>
        );
      })}
    </List>
  );
}
