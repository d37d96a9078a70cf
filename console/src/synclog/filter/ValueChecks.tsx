import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount } from '../../ui/format';
import styles from '../Log.module.css';

export interface Choice {
  value: string;
  label: string;
  /** Undefined where it was not counted. */
  count?: number;
}

/** From so many values on there is a field to find one. */
const MANY = 9;

interface ValueChecksProps {
  values: Choice[];
  chosen: readonly string[];
  say: (value: string, label: string) => string;
  onChange: (values: string[]) => void;
}

/** The values of a filter, each to be switched on or off. */
export function ValueChecks({ values, chosen, say, onChange }: ValueChecksProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const shown = values.map((one) => ({ ...one, said: say(one.value, one.label) })).filter(({ said }) => said.toLowerCase().includes(text.toLowerCase()));
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <div>
      {values.length >= MANY && (
        <TextInput size="xs" mb={6} aria-label={t('common.search')} placeholder={t('common.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <div className={styles.checks}>
        {shown.map(({ value, said, count }) => (
          <label key={value} className={styles.value} title={said}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span>{said}</span>
            {count !== undefined && <small>{amount(count)}</small>}
          </label>
        ))}
      </div>
    </div>
  );
}
