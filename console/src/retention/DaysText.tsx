import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amount } from '../ui/format';

export function DaysText({ days }: { days: number | null | undefined }) {
  const { t } = useTranslation();
  return days ? (
    <>{t('retention.days', { count: days, amount: amount(days) })}</>
  ) : (
    <Text span size="sm" c="dimmed">
      {t('retention.forEver')}
    </Text>
  );
}
