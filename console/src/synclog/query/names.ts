/** What has a name and an id, by the filter that asks for it. */
export type NamedFilter = 'application' | 'user' | 'account';

export interface Known {
  id: string;
  /** As the query line writes it; no two of one filter have the same. */
  name: string;
}

/** The names that are known now. */
export type Names = Record<NamedFilter, readonly Known[]>;

export const NO_NAMES: Names = { application: [], user: [], account: [] };

/** Undefined when the id is not known, or when its name is not its alone. */
export function nameOf(names: Names, filter: NamedFilter, id: string): string | undefined {
  const found = names[filter].find((known) => known.id === id)?.name;
  return found !== undefined && idsOf(names, filter, found).length === 1 ? found : undefined;
}

/** Ids of what has this name, whatever its case. */
export function idsOf(names: Names, filter: NamedFilter, name: string): string[] {
  const lower = name.toLowerCase();
  return names[filter].filter((known) => known.name.toLowerCase() === lower).map(({ id }) => id);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isId = (text: string) => ID.test(text);
