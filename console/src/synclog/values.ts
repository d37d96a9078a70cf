import { isExactNumber } from '../api/exact';

/** Stands for a secret value in parameters and payloads. */
export const SECRET = '********';

export const isMasked = (value: unknown): boolean => value === SECRET;

/** A value in one line, for tables. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) {
    return '—';
  }
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map(shownValue).join(', ') : '—';
  }
  return typeof value === 'object' && !isExactNumber(value) ? JSON.stringify(value) : String(value);
}
