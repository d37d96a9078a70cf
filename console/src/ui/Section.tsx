import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './ui.module.css';

interface SectionProps {
  title: string;
  aside?: ReactNode;
  testId?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, aside, testId, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading} data-testid={testId}>
      <div className={styles.sectionHead}>
        <Title order={2} size={14} id={heading} style={{ flex: 1 }}>
          {title}
        </Title>
        {aside}
      </div>
      <div className={styles.sectionBody}>{children}</div>
    </section>
  );
}
