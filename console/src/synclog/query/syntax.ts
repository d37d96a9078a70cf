/** A piece of the query line, with where it stands in it. */
export interface Span {
  start: number;
  end: number;
}

export interface Value extends Span {
  text: string;
}

export const OPERATORS = [':', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

export type Term =
  /** A word that is searched for in names, ids and error texts. */
  | ({ kind: 'word'; text: string } & Span)
  /** `status:failed,queued`; the name is as it was typed. */
  | ({ kind: 'filter'; name: string; operator: Operator; values: Value[] } & Span)
  /** A filter with a minus before it, which would leave out what it names: there is no such thing. */
  | ({ kind: 'negated' } & Span)
  /** A quotation mark that is never closed. */
  | ({ kind: 'open' } & Span);

const FILTER = /([A-Za-z]+)(:|>=|<=|>|<)/y;
const NEGATED = /-[A-Za-z]+[:<>]\S*/y;

/** Cuts the line into terms; white space parts them, but not within quotation marks. */
export function termsOf(line: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] as string)) {
      at++;
      continue;
    }
    const term = termAt(line, at);
    terms.push(term);
    at = term.end;
  }
  return terms;
}

function termAt(line: string, start: number): Term {
  const negated = matchAt(NEGATED, line, start);
  if (negated) {
    return { kind: 'negated', start, end: start + negated[0].length };
  }
  const match = matchAt(FILTER, line, start);
  if (!match) {
    const value = valueAt(line, start, /\s/);
    return value ? { kind: 'word', ...value } : { kind: 'open', start, end: line.length };
  }
  const [whole, name, operator] = match as unknown as [string, string, Operator];
  const values: Value[] = [];
  let at = start + whole.length;
  do {
    at = line[at] === ',' ? at + 1 : at;
    const value = valueAt(line, at, /[\s,]/);
    if (!value) {
      return { kind: 'open', start: at, end: line.length };
    }
    if (value.end > value.start) {
      values.push(value);
    }
    at = value.end;
  } while (line[at] === ',');
  return { kind: 'filter', name, operator, values, start, end: at };
}

/** A quoted text, or everything up to what ends it. Undefined when its quotation mark is not closed. */
function valueAt(line: string, start: number, ends: RegExp): Value | undefined {
  let at = start;
  if (line[start] !== '"') {
    while (at < line.length && !ends.test(line[at] as string)) {
      at++;
    }
    return { text: line.slice(start, at), start, end: at };
  }
  let text = '';
  for (at = start + 1; at < line.length; at++) {
    if (line[at] === '"') {
      return { text, start, end: at + 1 };
    }
    // A backslash takes the quotation mark or backslash after it for a plain letter.
    at += line[at] === '\\' && /["\\]/.test(line[at + 1] ?? '') ? 1 : 0;
    text += line[at];
  }
  return undefined;
}

/** The text so that it is read back as one value. */
export function quoted(text: string): string {
  return /[\s,"\\]/.test(text) || text === '' ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

/** A word so that it is read back as a word, also when it looks like a filter. */
export function quotedWord(text: string): string {
  const special = text.startsWith('"') || matchAt(FILTER, text, 0) || matchAt(NEGATED, text, 0);
  return special ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}
