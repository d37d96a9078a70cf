import type { TFunction } from 'i18next';
import type { Finding } from '../api/governance';
import { list } from '../ui/format';

const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : '');
const names = (value: unknown) => (Array.isArray(value) ? list(value) : '');

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
      return t('governance.because.duplicate', { kept: names(facts.kept) });
    case 'SEPARATION_OF_DUTIES':
      return t('governance.because.separation', { one: names(facts.heldA), other: names(facts.heldB) });
    case 'FORBIDDEN_GRANT':
      return t('governance.because.forbidden', { permission: facts.permission });
    case 'UNJUSTIFIED_PERMISSION':
      return t('governance.because.unjustifiedPermission', { permission: facts.permission });
    case 'UNJUSTIFIED_ACCOUNT':
      return t('governance.because.unjustifiedAccount');
  }
}
