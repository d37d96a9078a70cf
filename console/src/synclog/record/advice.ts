import type { TaskDetail } from '../../api/tasks';
import { exchangesOf, isRefusal } from './exchanges';

/** Result codes of LDAP (RFC 4511, appendix A) of which more is known than their name. */
const LDAP = ['1', '3', '11', '16', '17', '19', '20', '21', '32', '34', '49', '50', '51', '52', '53', '64', '65', '66', '67', '68', '69', '80'];

/** Statuses of HTTP (RFC 9110), the same. */
const HTTP = ['400', '401', '403', '404', '405', '408', '409', '410', '412', '413', '415', '422', '429', '500', '501', '502', '503', '504'];

/** Words SCIM has for errors (RFC 7644, section 3.12). */
const SCIM = ['invalidFilter', 'tooMany', 'uniqueness', 'mutability', 'invalidSyntax', 'invalidPath', 'noTarget', 'invalidValue', 'invalidVers', 'sensitive'];

export const KNOWN_CODES = [...LDAP.map((code) => `ldap.${code}`), ...HTTP.map((code) => `http.${code}`), 'http.3xx', ...SCIM.map((word) => `scim.${word}`), 'ad.0000052D'];

type Failed = Pick<TaskDetail, 'requests' | 'responses' | 'failureKind'>;

/** What is known of the last refusal, the most telling first: the keys of its texts. */
export function codesOf(task: Failed): string[] {
  const last = exchangesOf(task).findLast(({ response }) => response && isRefusal(response) && !response.broken);
  if (!last?.response?.status || task.failureKind === 'INVALID') {
    return [];
  }
  const { status, body } = last.response;
  const said = body ?? '';
  const number = /^\d+/.exec(status)?.[0] ?? '';
  const isLdap = last.request?.protocol === 'LDAP' || /^\d+ \w/.test(status);
  const candidates = isLdap
    ? [...(/0000052D/i.test(said) ? ['ad.0000052D'] : []), `ldap.${number}`]
    : [`scim.${/"scimType"\s*:\s*"(\w+)"/.exec(said)?.[1]}`, /^3\d\d$/.test(number) ? 'http.3xx' : `http.${number}`];
  return candidates.filter((code) => KNOWN_CODES.includes(code));
}
