import { parseExact } from '../../api/exact';
import type { PermissionRef, TaskDetail } from '../../api/tasks';
import { shownValue } from '../values';
import { exchangesOf, isRefusal, type Exchange } from './exchanges';
import { jsonValues } from './jsonValues';
import { ldifValues } from './ldifValues';

/** What is on record of one attribute; undefined where nothing is. */
export interface AttributeEvidence {
  name: string;
  wanted: unknown;
  sent: unknown;
  /** In the target before and after, where an answer told. */
  before: unknown;
  after: unknown;
}

type Evidence = Pick<TaskDetail, 'parameters' | 'requests' | 'responses' | 'status'>;

const READS = new Set(['GET', 'HEAD', 'SEARCH', 'BIND']);

const isWrite = ({ request }: Exchange) => request !== undefined && !READS.has(request.operation ?? '');

/** Of each attribute what was wanted, what was sent, and what the target had, as far as requests and answers of the last try tell. */
export function attributesOf(task: Evidence): AttributeEvidence[] {
  const exchanges = lastTry(task);
  const firstWrite = exchanges.findIndex(isWrite);
  const reads = firstWrite < 0 ? exchanges : exchanges.slice(0, firstWrite);
  const writes = firstWrite < 0 ? [] : exchanges.slice(firstWrite);
  const sent = writes.filter(isWrite).map(({ request }) => sayingOf(request?.body));
  const before = reads.map(({ response }) => sayingOf(response?.body));
  const after = writes.filter(({ response }) => response && !isRefusal(response)).map(({ response }) => sayingOf(response?.body));
  return Object.entries(task.parameters.attributes).map(([name, wanted]) => {
    // A message may use one name for several things: what is as wanted is what was meant.
    const of = (saying: Saying) => saying(name).find((value) => alike(value, wanted)) ?? saying(name)[0];
    const last = (sayings: Saying[]) => sayings.map(of).findLast((value) => value !== undefined);
    return { name, wanted, sent: last(sent), before: last(before), after: last(after) };
  });
}

export type PermissionOutcome = 'DONE' | 'REFUSED' | 'OPEN';

export interface PermissionEvidence {
  permission: PermissionRef;
  bind: boolean;
  outcome: PermissionOutcome;
  /** Why the target refused it, in its own words. */
  reason?: string;
}

/** What became of each permission: of a task that went well all were done; otherwise the request that names a permission tells. */
export function permissionsOf(task: Evidence): PermissionEvidence[] {
  const exchanges = lastTry(task).filter(isWrite);
  const done = task.status === 'SUCCEEDED' || task.status === 'CONFIRMED';
  const one = (permission: PermissionRef, bind: boolean): PermissionEvidence => {
    const exchange = exchanges.findLast(({ request }) => names(request?.target, permission.value) || names(request?.body, permission.value));
    const answer = exchange?.response;
    if (done || !answer) {
      return { permission, bind, outcome: done ? 'DONE' : 'OPEN' };
    }
    return isRefusal(answer) ? { permission, bind, outcome: 'REFUSED', reason: reasonIn(answer.status, answer.body) } : { permission, bind, outcome: 'DONE' };
  };
  return [...task.parameters.bind.map((permission) => one(permission, true)), ...task.parameters.unbind.map((permission) => one(permission, false))];
}

/** Whether two values are the same to a reader: one in a list and alone, true and TRUE, 5 and "5". */
export function alike(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => (Array.isArray(value) ? value : [value]).map(plain).toSorted().join('\n');
  return text(one) === text(other);
}

/** The sentence in an answer: SCIM's and problem documents' detail, LDAP's diagnostic message, or what comes closest. */
export function reasonIn(status: string | null, body: string | null): string {
  const said = sayingOf(body);
  const sentence = ['detail', 'error_description', 'diagnosticMessage', 'message', 'msg', 'title', 'error'].map((name) => said(name)[0]).find((value) => typeof value === 'string' || Array.isArray(value));
  return sentence === undefined ? (status ?? '') : `${status ?? ''} ${shownValue(sentence)}`.trim();
}

/** The exchanges of the last try that sent anything. */
function lastTry(task: Evidence): Exchange[] {
  const exchanges = exchangesOf(task);
  const last = exchanges.at(-1)?.attempt;
  return exchanges.filter(({ attempt }) => attempt === last);
}

/** What a message says of an attribute, the nearest first. */
type Saying = (name: string) => unknown[];

function sayingOf(body: string | null | undefined): Saying {
  if (!body) {
    return () => [];
  }
  if (/^\s*[{[]/.test(body)) {
    const json = parsed(body);
    return (name) => jsonValues(json, name);
  }
  const values = ldifValues(body);
  return (name) => {
    const found = values.get(name.toLowerCase());
    return found === undefined ? [] : [found.length === 0 ? null : found.length === 1 ? found[0] : found];
  };
}

function parsed(body: string): unknown {
  try {
    return parseExact(body);
  } catch {
    return undefined;
  }
}

/** As a word of its own, so that "1" is not found in "10". */
function names(text: string | null | undefined, value: string): boolean {
  const plainText = text?.replaceAll('\\"', '"') ?? '';
  const found = plainText.toLowerCase().indexOf(value.toLowerCase());
  const around = found < 0 ? 'x' : `${plainText[found - 1] ?? ''}${plainText[found + value.length] ?? ''}`;
  return value !== '' && found >= 0 && !/[\w-]/.test(around);
}

const plain = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : shownValue(value);
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
};
