import type { Change, Parameters, PermissionRef } from '../api/tasks';

/** What differs between two sets of parameters, in the words the server uses for paths. */
export function difference(before: Parameters, after: Parameters): Change[] {
  const names = [...new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])];
  return [
    ...changed('name', before.name, after.name),
    ...names.flatMap((name) => changed(`attributes.${name}`, before.attributes[name], after.attributes[name])),
    ...changed('bind', permissionNames(before.bind), permissionNames(after.bind)),
    ...changed('unbind', permissionNames(before.unbind), permissionNames(after.unbind)),
  ];
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changed = (path: string, before: unknown, after: unknown): Change[] => (same(before, after) ? [] : [{ path, before, after }]);

const permissionNames = (permissions: PermissionRef[]) => permissions.map((permission) => permission.name);
