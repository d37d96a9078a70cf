/** What a text is written in; anything else is plain. */
export type CodeLanguage = 'json' | 'ldif' | 'plain';

/** A stretch of a text that is told apart, with a word for it. */
export interface Mark {
  from: number;
  to: number;
  title: string;
}

/** JSON by its first letter, LDIF (RFC 2849) by how every line of it begins. */
export function languageOf(text: string): CodeLanguage {
  if (/^\s*[{[]/.test(text)) {
    return 'json';
  }
  return /^(#.*|[A-Za-z][\w;.-]*:.*|-)(\n|$)/.test(text.trimStart()) ? 'ldif' : 'plain';
}
