/**
 * Indents JSON without parsing it into values, so that 12345678901234567890 and 1.0 stay what they were.
 * Text that is not JSON comes back as it is.
 */
export function prettyJson(text: string): string {
  if (!isJson(text)) {
    return text;
  }
  let depth = 0;
  let out = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      depth++;
      out += token + line();
    } else if (token === '}' || token === ']') {
      depth--;
      out = /[{[]\s*$/.test(out) ? out.trimEnd() + token : out + line() + token;
    } else if (token === ',') {
      out += token + line();
    } else {
      out += token === ':' ? ': ' : token;
    }
  }
  return out;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

export function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

export type Piece = { kind: 'key' | 'string' | 'masked' | 'plain'; text: string };

const COLOURED = /("(?:[^"\\]|\\.)*")(\s*:)?/g;
const MASK = /^"?\*{3,}.*"?$/;

/** Cuts pretty JSON into pieces of one colour each. */
export function coloured(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(COLOURED)) {
    const [whole, string = '', colon] = match;
    pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    pieces.push({ kind: colon ? 'key' : MASK.test(string) ? 'masked' : 'string', text: string });
    pieces.push({ kind: 'plain', text: colon ?? '' });
    end = match.index + whole.length;
  }
  pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces.filter((piece) => piece.text !== '');
}
