import { Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import styles from './ui.module.css';

export type Tone = 'green' | 'red' | 'orange' | 'blue' | 'grape' | 'teal' | 'gray';

export interface BadgeProps {
  label: string;
  tone: Tone;
  icon: Icon;
  help?: string;
  struck?: boolean;
}

/** A state as colour and icon and word, so that none of the three has to be seen. */
export function Badge({ label, tone, icon: Icon, help, struck }: BadgeProps) {
  const badge = (
    <span
      className={styles.badge}
      style={{
        color: tone === 'gray' ? 'var(--mantine-color-text)' : `var(--mantine-color-${tone}-light-color)`,
        background: tone === 'gray' ? 'var(--sl-quiet)' : `var(--mantine-color-${tone}-light)`,
        textDecoration: struck ? 'line-through' : undefined,
      }}
    >
      <Icon size={13} stroke={2.2} aria-hidden />
      <span title={label}>{label}</span>
    </span>
  );
  return help ? (
    <Tooltip label={help} w={260}>
      {badge}
    </Tooltip>
  ) : (
    badge
  );
}
