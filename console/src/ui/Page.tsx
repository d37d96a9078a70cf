import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface PageProps {
  title: string;
  subtitle?: ReactNode;
  /** Stands above the title: the way back. */
  above?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Whether the page itself scrolls, or its content fills the window and scrolls inside. */
  fill?: boolean;
  children: ReactNode;
}

export function Page({ title, subtitle, above, actions, fill = false, children }: PageProps) {
  useDocumentTitle(`${title} · Syncline`);
  return (
    <div className={styles.page}>
      <PageHeader title={title} subtitle={subtitle} above={above} actions={actions} />
      <div className={fill ? styles.fill : styles.scroll}>{children}</div>
    </div>
  );
}

export function PageHeader({ title, subtitle, above, actions }: Omit<PageProps, 'children' | 'fill'>) {
  return (
    <header className={styles.header}>
      <div className={styles.headerText}>
        {above}
        <Title order={1} size={20} lh={1.35}>
          {title}
        </Title>
        {subtitle && (
          <Text size="sm" c="dimmed" component="div">
            {subtitle}
          </Text>
        )}
      </div>
      {actions}
    </header>
  );
}
