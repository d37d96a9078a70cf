import { Group, NumberInput, Select, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amount } from '../ui/format';
import { timeTaken } from './words';

export interface Order {
  rate: number;
  per: 'second' | 'minute';
  /** Null: never. */
  stopAfter: number | null;
}

export const USUAL: Order = { rate: 10, per: 'second', stopAfter: 20 };

const FASTEST_PER_MINUTE = 60_000;

export const perMinuteOf = ({ rate, per }: Order) => (per === 'second' ? rate * 60 : rate);

/** The order as it was given, in the unit that shows it in whole numbers. */
export const orderOf = (perMinute: number, stopAfter: number | null): Order =>
  perMinute % 60 === 0 ? { rate: perMinute / 60, per: 'second', stopAfter } : { rate: perMinute, per: 'minute', stopAfter };

export const isSound = (order: Order) => order.rate >= 1 && perMinuteOf(order) <= FASTEST_PER_MINUTE && (order.stopAfter === null || order.stopAfter >= 1);

interface OrderFieldsProps {
  order: Order;
  /** Tasks that are still to be done. */
  tasks: number;
  /** What counts as a failure depends on the act. */
  retry: boolean;
  onChange: (order: Order) => void;
}

/** How fast, and when to stop. */
export function OrderFields({ order, tasks, retry, onChange }: OrderFieldsProps) {
  const { t } = useTranslation();
  const change = (more: Partial<Order>) => onChange({ ...order, ...more });
  return (
    <>
      <Group align="flex-end" gap="xs">
        <NumberInput label={t('repairs.rate')} w={130} min={1} max={FASTEST_PER_MINUTE} allowDecimal={false} value={order.rate} onChange={(rate) => change({ rate: Number(rate) })} />
        <Select
          w={170}
          aria-label={t('repairs.unit')}
          allowDeselect={false}
          data={(['second', 'minute'] as const).map((value) => ({ value, label: t(`repairs.per.${value}`) }))}
          value={order.per}
          onChange={(per) => change({ per: per as Order['per'] })}
        />
        {isSound(order) && (
          <Text size="sm" c="dimmed" pb={8} data-testid="takes">
            {timeTaken(t, tasks, perMinuteOf(order))}
          </Text>
        )}
      </Group>
      <Switch label={t('repairs.stop')} checked={order.stopAfter !== null} onChange={(event) => change({ stopAfter: event.currentTarget.checked ? USUAL.stopAfter : null })} />
      {order.stopAfter !== null && (
        <NumberInput
          label={t('repairs.stopAfter')}
          description={t(retry ? 'repairs.stopAfterRetry' : 'repairs.stopAfterOther', { number: amount(order.stopAfter) })}
          w={300}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={order.stopAfter}
          onChange={(stopAfter) => change({ stopAfter: Number(stopAfter) })}
        />
      )}
    </>
  );
}
