/** Browsers and systems by what their User-Agent holds; the first that fits counts, for most name others too. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['curl/', 'curl'],
] as const;

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iPadOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

const named = (agent: string, names: readonly (readonly [string, string])[]) => names.find(([part]) => agent.includes(part))?.[1];

/** "Firefox, Linux"; what it is called by itself when that is not known; nothing when it says nothing. */
export function programOf(agent: string | null): string | undefined {
  if (!agent) {
    return undefined;
  }
  const parts = [named(agent, BROWSERS), named(agent, SYSTEMS)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : agent.slice(0, 60);
}
