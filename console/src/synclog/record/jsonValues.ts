type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value) && !('isLosslessNumber' in value);

const member = (object: Json, name: string): [string, unknown] | undefined => Object.entries(object).find(([key]) => key.toLowerCase() === name.toLowerCase());

/** URN, attribute, filter and sub-attribute of a path (RFC 7644, section 3.5.2): emails[type eq "work"].value */
const PATH = /^(?:(urn:.*):)?([\w$@-]+)(?:\[(\w+) eq "([^"]*)"\])?(?:\.([\w$-]+))?$/i;

/**
 * What a JSON text says of an attribute, as a mapping names it: as a member, by a SCIM path, as an operation of a SCIM patch, or under that
 * name at any depth. Several, where it says several things; the nearest first. Null stands for a value that is cleared.
 */
export function jsonValues(json: unknown, name: string): unknown[] {
  if (!isObject(json)) {
    return [];
  }
  const operations = member(json, 'Operations')?.[1];
  const found = Array.isArray(operations) ? [patched(operations, name)] : [atPath(json, name), ...anywhere(json, name)];
  return found.filter((value) => value !== undefined);
}

function patched(operations: unknown[], name: string): unknown {
  let found: unknown;
  for (const operation of operations.filter(isObject)) {
    const path = typeof operation.path === 'string' ? operation.path : undefined;
    if (path === undefined) {
      found = jsonValues(operation.value, name)[0] ?? found;
    } else if (path.toLowerCase() === name.toLowerCase()) {
      found = String(operation.op).toLowerCase() === 'remove' ? null : operation.value;
    } else if (name.toLowerCase().startsWith(`${path.toLowerCase()}.`)) {
      found = jsonValues(operation.value, name.slice(path.length + 1))[0] ?? found;
    }
  }
  return found;
}

function atPath(json: Json, path: string): unknown {
  const [, urn, root = '', key, wanted, sub] = PATH.exec(path) ?? [];
  const within = urn === undefined ? json : member(json, urn)?.[1];
  const value = isObject(within) ? member(within, root)?.[1] : undefined;
  const chosen = key === undefined ? value : Array.isArray(value) ? value.filter(isObject).find((one) => member(one, key)?.[1] === wanted) : undefined;
  return sub === undefined ? chosen : isObject(chosen) ? member(chosen, sub)?.[1] : undefined;
}

/** The members of that name whose value is no object, the nearest first. */
function anywhere(json: Json, name: string): unknown[] {
  const found: unknown[] = [];
  for (let level: Json[] = [json]; level.length > 0; level = level.flatMap((object) => Object.values(object).flat().filter(isObject))) {
    found.push(...level.map((object) => member(object, name)?.[1]).filter((value) => value !== undefined && !isObject(value)));
  }
  return found;
}
