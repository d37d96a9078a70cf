type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value) && !('isLosslessNumber' in value);

const member = (object: Json, name: string): [string, unknown] | undefined => Object.entries(object).find(([key]) => key.toLowerCase() === name.toLowerCase());

/** URN, attribute, filter and sub-attribute of a path (RFC 7644, section 3.5.2): emails[type eq "work"].value */
const PATH = /^(?:(urn:.*):)?([\w$@-]+)(?:\[(\w+) eq "([^"]*)"\])?(?:\.([\w$-]+))?$/i;

/**
 * What a JSON text says of an attribute, as a mapping names it: as a member, by a SCIM path, as an operation of a SCIM patch, or under that
 * name at any depth. Undefined when it says nothing of it, null when it clears it.
 */
export function jsonValue(json: unknown, name: string): unknown {
  if (!isObject(json)) {
    return undefined;
  }
  const operations = member(json, 'Operations')?.[1];
  return Array.isArray(operations) ? patched(operations, name) : (atPath(json, name) ?? anywhere(json, name));
}

function patched(operations: unknown[], name: string): unknown {
  let found: unknown;
  for (const operation of operations.filter(isObject)) {
    const path = typeof operation.path === 'string' ? operation.path : undefined;
    if (path === undefined) {
      found = jsonValue(operation.value, name) ?? found;
    } else if (path.toLowerCase() === name.toLowerCase()) {
      found = String(operation.op).toLowerCase() === 'remove' ? null : operation.value;
    } else if (name.toLowerCase().startsWith(`${path.toLowerCase()}.`)) {
      found = jsonValue(operation.value, name.slice(path.length + 1)) ?? found;
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

/** The nearest member of that name whose value is no object. */
function anywhere(json: Json, name: string): unknown {
  let level: Json[] = [json];
  while (level.length > 0) {
    const found = level.map((object) => member(object, name)).find((one) => one !== undefined && !isObject(one[1]));
    if (found) {
      return found[1];
    }
    level = level.flatMap((object) => Object.values(object).flat().filter(isObject));
  }
  return undefined;
}
