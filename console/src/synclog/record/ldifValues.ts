/** Names that say what is done with an entry, and are no attributes of it (RFC 2849). */
const DIRECTIVES = new Set(['dn', 'version', 'changetype', 'add', 'replace', 'delete', 'newrdn', 'deleteoldrdn', 'newsuperior', 'control']);

/** The values of each attribute an LDIF text gives or takes, by the attribute's name in lower case. */
export function ldifValues(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const line of text.replaceAll('\n ', '').split('\n')) {
    const [, directive = '', encoded, value = ''] = /^([A-Za-z][\w.;-]*):(:?)\s*(.*)$/.exec(line) ?? [];
    const name = directive.toLowerCase().split(';')[0] as string;
    if (name === 'delete' || name === 'replace') {
      // Without a value after it the attribute is cleared.
      values.set(value.toLowerCase(), []);
    } else if (name !== '' && !DIRECTIVES.has(name)) {
      values.set(name, [...(values.get(name) ?? []), encoded ? decoded(value) : value]);
    }
  }
  return values;
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return base64;
  }
}
