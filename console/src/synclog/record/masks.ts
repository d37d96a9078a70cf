import type { MaskedBy } from '../../api/tasks';
import type { Mark } from '../../ui/code/types';
import { SECRET } from '../values';

const MASK = new RegExp(SECRET.replaceAll('*', '\\*'), 'g');

/** What may stand before a masked value on its line: a member of JSON, a field of a form, a header or an attribute of LDIF. */
const NAMES = [/"((?:[^"\\]|\\.)*)"\s*:\s*"?[^"]*$/, /(?:^|[?&])([\w.-]+)=$/, /^([A-Za-z][\w.-]*)(?:;[^:]*)?::?\s/];

/** Where values are masked, and the name each goes by; null where none stands beside it. */
export function maskedPlaces(text: string): { at: number; name: string | null }[] {
  return [...text.matchAll(MASK)].map(({ index }) => ({ at: index, name: nameBefore(text, index) }));
}

/** The name that stands before a value; null where none does. */
export function nameBefore(text: string, at: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return NAMES.map((pattern) => pattern.exec(before)?.[1]).find((name) => name !== undefined) ?? null;
}

/** The rule that masked a value of this name; a value without a name, or with one that no rule knows, was masked for being secret itself. */
export function ruleOf(name: string | null, masked: MaskedBy[]): MaskedBy | undefined {
  const fold = (text: string) => text.replaceAll(/[-_]/g, '').toLowerCase();
  const named = name === null ? undefined : masked.find((one) => one.name !== null && fold(one.name) === fold(name));
  return named ?? masked.find((one) => one.rule === 'SECRET_VALUE');
}

export const maskMarks = (text: string, masked: MaskedBy[], titleOf: (rule: MaskedBy | undefined) => string): Mark[] =>
  maskedPlaces(text).map(({ at, name }) => ({ from: at, to: at + SECRET.length, title: titleOf(ruleOf(name, masked)) }));

/** A name for a secret to be filled in, as shells and people write one: X_API_KEY. */
export const placeholder = (name: string | null): string =>
  (name ?? 'secret')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, '_')
    .toUpperCase() || 'SECRET';

/** A text cut where values are masked; `secret` is what is to be filled in. */
export function filledIn(text: string, secret: (placeholder: string) => string, plain: (text: string) => string = (same) => same): string {
  let end = 0;
  let out = '';
  for (const { at, name } of maskedPlaces(text)) {
    out += plain(text.slice(end, at)) + secret(placeholder(name));
    end = at + SECRET.length;
  }
  return out + plain(text.slice(end));
}
