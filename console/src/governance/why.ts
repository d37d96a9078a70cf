import type { TFunction } from 'i18next';
import type { Finding } from '../api/governance';

const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : '');
const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '');

/** Why it was found, as a sentence. */
export function whyOf(t: TFunction, { kind, details: { facts } }: Finding): string {
  switch (kind) {
    case 'DORMANT':
      return facts.lastSignInAt
        ? t('governance.because.dormant', { day: day(facts.lastSignInAt) })
        : t('governance.because.neverSeen', { day: day(facts.createdAt) });
    case 'NOT_KNOWN_HERE':
      return t('governance.because.notKnownHere');
    case 'WITHOUT_USER':
      return t(facts.userGone ? 'governance.because.userGone' : 'governance.because.withoutUser');
    case 'DUPLICATE':
      return t('governance.because.duplicate', { kept: list(facts.kept) });
    case 'SEPARATION_OF_DUTIES':
      return t('governance.because.separation', { one: list(facts.heldA), other: list(facts.heldB) });
    case 'FORBIDDEN_GRANT':
      return t('governance.because.forbidden', { permission: facts.permission });
    case 'UNJUSTIFIED_PERMISSION':
      return t('governance.because.unjustifiedPermission', { permission: facts.permission });
    case 'UNJUSTIFIED_ACCOUNT':
      return t('governance.because.unjustifiedAccount');
  }
}
