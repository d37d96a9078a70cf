import type { WireRequest } from '../../api/tasks';
import { filledIn } from './masks';

const CHANGES = ['ADD', 'MODIFY', 'MODIFYDN', 'DELETE'];

/** Whether the request is a change that can be written as LDIF (RFC 2849). */
export const isLdif = ({ protocol, operation, body }: WireRequest): boolean => protocol === 'LDAP' && CHANGES.includes(operation ?? '') && Boolean(body);

/**
 * The change as LDIF, for ldapmodify. What was masked is named in braces, to be filled in.
 *
 * @param cutNote comment where the body was not kept whole
 */
export const ldifOf = (request: WireRequest, cutNote: string): string =>
  (request.cut > 0 ? `# ${cutNote}\n` : '') + filledIn(request.body ?? '', (name) => `{${name}}`);
