import { Text, Title } from '@mantine/core';
import { IconInbox, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface EmptyStateProps {
  icon?: Icon;
  title: string;
  /** What to do next. */
  hint?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon = IconInbox, title, hint, action }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-testid="empty-state">
      <Icon size={34} stroke={1.3} aria-hidden />
      <Title order={3} size={15} c="var(--mantine-color-text)">
        {title}
      </Title>
      {hint && (
        <Text size="sm" maw={440}>
          {hint}
        </Text>
      )}
      {action}
    </div>
  );
}
