import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** What a page shows alone, under the page's own title. */
export function Surface({ children }: { children: ReactNode }) {
  return (
    <div className={styles.section}>
      <div className={styles.sectionBody}>{children}</div>
    </div>
  );
}
