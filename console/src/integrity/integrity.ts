/** How far log and audit are sealed, as the API says it. */
export interface Standing {
  /** Of the newest batch; 0 before the first. */
  number: number;
  records: number;
  /** What was settled before is sealed; none while it is looked for from the beginning. */
  sealedUntil?: string | null;
  newestAt?: string | null;
  /** Now, by the clock of the server; the one of the reader may be wrong. */
  at: string;
  fingerprint: string;
}

export const INTEGRITY = '/integrity';

export const STATES = ['UP_TO_DATE', 'CATCHING_UP', 'BEHIND', 'NOTHING_YET'] as const;

/** The sealing looks again every ten seconds, and some minutes back: what is older than this has been waiting too long. */
const LATE_MS = 15 * 60_000;

export function stateOf({ number, sealedUntil, at }: Standing): (typeof STATES)[number] {
  if (number === 0) {
    return 'NOTHING_YET';
  }
  if (!sealedUntil) {
    return 'CATCHING_UP';
  }
  return Date.parse(at) - Date.parse(sealedUntil) > LATE_MS ? 'BEHIND' : 'UP_TO_DATE';
}

/** Sixty-four digits as they are compared by eye. */
export const inGroups = (fingerprint: string) => fingerprint.replace(/(.{8})(?=.)/g, '$1 ');
