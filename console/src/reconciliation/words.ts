import type { TFunction } from 'i18next';
import type { Difference, ReconciliationFinding } from '../api/reconciliation';

/** A value of a difference as a person reads it. */
export function valueOf(t: TFunction, { masked }: Difference, value: unknown): string {
  if (masked) {
    return '••••••••';
  }
  if (value === null || value === undefined || value === '') {
    return t('reconciliation.noValue');
  }
  return Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean);
}

export function attributeOf(t: TFunction, attribute: string): string {
  switch (attribute) {
    case '@name':
      return t('reconciliation.attribute.name');
    case '@id':
      return t('reconciliation.attribute.id');
    case '@active':
      return t('reconciliation.attribute.active');
    case '@parent':
      return t('reconciliation.attribute.parent');
    default:
      return attribute;
  }
}

/** What a finding comes to, in one line. */
export function whatItComesTo(t: TFunction, finding: ReconciliationFinding): string {
  if (finding.message) {
    return finding.message;
  }
  if (finding.outcome === 'IGNORED') {
    return finding.reason ?? '';
  }
  if (finding.ambiguity) {
    return t(`reconciliation.ambiguity.${finding.ambiguity}`, { names: finding.candidates.map(({ name }) => name).join(', ') });
  }
  const parts = [
    ...(finding.kind === 'MATCHED' && finding.matchedBy ? [t('reconciliation.matchedBy', { rule: finding.matchedBy })] : []),
    ...(finding.differences.length > 0 ? [t('reconciliation.differsIn', { attributes: finding.differences.map(({ attribute }) => attributeOf(t, attribute)).join(', ') })] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : (finding.remoteId ?? '');
}
