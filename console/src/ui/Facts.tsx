import { Fragment, type ReactNode } from 'react';
import styles from './ui.module.css';

export type Fact = [label: string, value: ReactNode];

/** Names and values, one under the other, or three side by side where there is room; facts without a value are left out. */
export function Facts({ facts, wide = false }: { facts: Fact[]; wide?: boolean }) {
  return (
    <dl className={`${styles.facts} ${wide ? styles.wide : ''}`}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
