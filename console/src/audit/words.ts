import type { TFunction } from 'i18next';

/** What an act is called; its code where nobody has found words for it yet. */
export const actName = (t: TFunction, code: string) => t(`audit.acts.${code.replaceAll('.', '_')}`, { defaultValue: code });

export interface Changed {
  member: string;
  before: string;
  after: string;
}

/** The members of both documents one below the other, those inside of others by their whole path. */
export function changes(before: unknown, after: unknown): Changed[] {
  const was = flat(before);
  const is = flat(after);
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().map((member) => ({ member, before: was.get(member) ?? '', after: is.get(member) ?? '' }));
}

function flat(node: unknown, above = '', found = new Map<string, string>()): Map<string, string> {
  if (node !== null && typeof node === 'object' && !Array.isArray(node)) {
    Object.entries(node).forEach(([name, value]) => flat(value, above ? `${above}.${name}` : name, found));
  } else if (node !== undefined && (above || node !== null)) {
    found.set(above, typeof node === 'string' ? node : JSON.stringify(node));
  }
  return found;
}
