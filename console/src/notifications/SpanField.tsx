import { Group, Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTES_OF, spanOf } from './words';

type Unit = keyof typeof MINUTES_OF;

interface SpanFieldProps {
  label: string;
  description?: string;
  /** Minutes. */
  value: number;
  onChange: (minutes: number) => void;
  least?: number;
}

/** A length of time: a number and its unit. */
export function SpanField({ label, description, value, onChange, least = 1 }: SpanFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [unit, setUnit] = useState<Unit>(spanOf(value).unit);
  return (
    <Input.Wrapper label={label} description={description} labelProps={{ htmlFor: id }} w={260}>
      <Group gap="xs" wrap="nowrap">
        <NumberInput id={id} flex={1} min={least} allowDecimal={false} value={value / MINUTES_OF[unit]} onChange={(number) => onChange(Math.max(least, Number(number) * MINUTES_OF[unit]))} />
        <Select
          aria-label={t('notifications.unitOf', { label })}
          w={110}
          allowDeselect={false}
          data={(Object.keys(MINUTES_OF) as Unit[]).map((name) => ({ value: name, label: t(`notifications.unit.${name}`) }))}
          value={unit}
          onChange={(name) => {
            const next = name as Unit;
            setUnit(next);
            onChange(Math.max(least, Math.round(value / MINUTES_OF[unit]) * MINUTES_OF[next]));
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
