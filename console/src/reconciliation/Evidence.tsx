import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReconciliationRun } from '../api/reconciliation';
import { Section } from '../ui/Section';
import styles from './Reconciliation.module.css';

/** The last requests of a reading that failed, and what came back, masked. */
export function Evidence({ shown }: { shown: NonNullable<ReconciliationRun['evidence']> }) {
  const { t } = useTranslation();
  if (shown.length === 0) {
    return null;
  }
  return (
    <Section title={t('reconciliation.evidence')} testId="evidence">
      {shown.map(({ operation, target, request, status, answer }, index) => (
        <div key={index}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {operation} {target} → {status ?? t('reconciliation.noAnswer')}
          </Text>
          <pre className={styles.evidence} tabIndex={0}>
            {[request, answer].filter(Boolean).join('\n\n')}
          </pre>
        </div>
      ))}
    </Section>
  );
}
