import { Anchor, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Repair, Result } from '../api/repairs';
import { amount } from '../ui/format';
import { COUNTED } from './repairs';

interface RepairProgressProps {
  repair: Repair;
  /** Only the bar. */
  bare?: boolean;
  onShow?: (result: Result) => void;
}

/** How far a repair is: one bar, coloured by what became of its tasks; below it the counts, each leading to its results. */
export function RepairProgress({ repair, bare = false, onShow }: RepairProgressProps) {
  const { t } = useTranslation();
  const parts = COUNTED.filter(([count]) => repair.counts[count] > 0);
  const label = ([count, result]: (typeof COUNTED)[number]) => (count === 'done' ? t(`repairs.doneWord.${repair.action}`) : t(`repairs.result.${result}.label`));
  return (
    <div>
      <Progress.Root size={bare ? 8 : 14} role="group" aria-label={t('repairs.progress')}>
        {parts.map((part) => (
          <Progress.Section key={part[0]} value={(repair.counts[part[0]] / Math.max(1, repair.total)) * 100} color={part[2]} aria-label={label(part)} />
        ))}
      </Progress.Root>
      {!bare && (
        <Group gap="lg" mt="sm" data-testid="counts" role="status">
          {parts.map((part) => (
            <Text size="sm" key={part[0]} component="span" data-count={part[0]}>
              {label(part)}{' '}
              <Anchor component="button" type="button" size="sm" underline="always" aria-label={t('repairs.showOnly', { result: label(part), number: amount(repair.counts[part[0]]) })} onClick={() => onShow?.(part[1])}>
                {amount(repair.counts[part[0]])}
              </Anchor>
            </Text>
          ))}
        </Group>
      )}
    </div>
  );
}
