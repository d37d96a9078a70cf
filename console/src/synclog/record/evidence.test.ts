import { describe, expect, it } from 'vitest';
import type { AttributeValue, PermissionRef, WireRequest, WireResponse } from '../../api/tasks';
import { alike, attributesOf, permissionsOf, reasonIn } from './evidence';
import { jsonValues } from './jsonValues';
import { ldifValues } from './ldifValues';

const message = { attempt: 1, at: '2026-01-01T00:00:00Z', headers: null, size: 0, cut: 0, masked: [] };
const asked = (seq: number, operation: string, target: string, body: string): WireRequest => ({ ...message, seq, protocol: 'X', operation, target, body });
const told = (seq: number, status: string, body: string): WireResponse => ({ ...message, seq, status, body, broken: false, durationMs: 1 });
const group = (value: string): PermissionRef => ({ id: value, kind: 'GROUP', name: value, value });

const task = (attributes: Record<string, AttributeValue>, exchanges: [WireRequest, WireResponse][], more: { bind?: PermissionRef[]; status?: 'FAILED' | 'SUCCEEDED' } = {}) => ({
  parameters: { name: 'ming', attributes, bind: more.bind ?? [], unbind: [] },
  requests: exchanges.map(([request]) => request),
  responses: exchanges.map(([, response]) => response),
  status: more.status ?? ('FAILED' as const),
});

describe('what JSON says of an attribute', () => {
  const user = { userName: 'ming', name: { familyName: 'Li' }, emails: [{ type: 'home', value: 'h@x' }, { type: 'work', value: 'w@x' }], 'urn:x:User': { employeeNumber: '7' }, attributes: { room: 3 } };

  it.each([
    ['userName', 'ming'],
    ['USERNAME', 'ming'],
    ['name.familyName', 'Li'],
    ['emails[type eq "work"].value', 'w@x'],
    ['urn:x:User:employeeNumber', '7'],
    ['room', 3],
    ['phone', undefined],
    ['emails[type eq "other"].value', undefined],
  ])('%s', (name, expected) => {
    expect(jsonValues(user, name)[0]).toEqual(expected);
  });

  it.each([
    ['title', 'Boss'],
    ['name.familyName', 'Park'],
    ['phone', null],
    ['active', false],
    ['other', undefined],
  ])('in a patch: %s', (name, expected) => {
    const Operations = [
      { op: 'replace', path: 'title', value: 'Boss' },
      { op: 'Replace', path: 'name', value: { familyName: 'Park' } },
      { op: 'remove', path: 'phone' },
      { op: 'replace', value: { active: false } },
    ];
    expect(jsonValues({ Operations }, name)[0]).toEqual(expected);
  });
});

it('LDIF tells values, several, encoded and cleared ones', () => {
  const ldif = 'dn: uid=a\nchangetype: modify\nreplace: mail\nmail: a@x\nmail: b\n @x\n-\nreplace: cn\ncn:: TcO8bGxlcg==\n-\ndelete: phone\n-\n';
  expect([...ldifValues(ldif)]).toEqual([
    ['mail', ['a@x', 'b@x']],
    ['cn', ['Müller']],
    ['phone', []],
  ]);
});

describe('the evidence of an attribute', () => {
  it('is what was wanted, sent, and there before and after', () => {
    const exchanges: [WireRequest, WireResponse][] = [
      [asked(1, 'GET', '/Users/1', ''), told(1, '200', '{"title":"Clerk","room":1}')],
      [asked(2, 'PATCH', '/Users/1', '{"Operations":[{"op":"replace","path":"title","value":"Boss"}]}'), told(2, '200', '{"title":"Boss","room":1}')],
    ];
    expect(attributesOf(task({ title: 'Boss', fax: null }, exchanges))).toEqual([
      { name: 'title', wanted: 'Boss', sent: 'Boss', before: 'Clerk', after: 'Boss' },
      { name: 'fax', wanted: null, sent: undefined, before: undefined, after: undefined },
    ]);
  });

  it('is what was meant where a message uses one name twice', () => {
    const body = '{"name":"ming.li","attributes":{"name":"Ming Li"}}';
    expect(attributesOf(task({ name: 'Ming Li' }, [[asked(1, 'POST', '/a', body), told(1, '201', body)]]))[0]).toMatchObject({ sent: 'Ming Li', after: 'Ming Li' });
    expect(attributesOf(task({ name: 'Other' }, [[asked(1, 'POST', '/a', body), told(1, '201', body)]]))[0]).toMatchObject({ sent: 'ming.li' });
  });

  it('takes nothing from an answer that refused', () => {
    const [row] = attributesOf(task({ title: 'Boss' }, [[asked(1, 'POST', '/Users', '{"title":"Boss"}'), told(1, '400', '{"title":"Bad Request"}')]]));
    expect(row).toMatchObject({ sent: 'Boss', after: undefined });
  });

  it('is that of the last try', () => {
    const first = asked(1, 'POST', '/Users', '{"title":"old"}');
    const second = { ...asked(1, 'POST', '/Users', '{"title":"new"}'), attempt: 2 };
    expect(attributesOf({ ...task({ title: 'new' }, []), requests: [first, second] })[0]?.sent).toBe('new');
  });
});

describe('what became of a permission', () => {
  it('is told by the request that names it, with the words of the target', () => {
    const exchanges: [WireRequest, WireResponse][] = [
      [asked(1, 'MODIFY', 'cn=staff,dc=x', 'dn: cn=staff,dc=x\n'), told(1, '0 success', '')],
      [asked(2, 'MODIFY', 'cn=admins,dc=x', 'dn: cn=admins,dc=x\n'), told(2, '50 insufficientAccessRights', 'diagnosticMessage: no write access\n')],
    ];
    const outcomes = permissionsOf(task({}, exchanges, { bind: [group('cn=Staff,dc=x'), group('cn=admins,dc=x'), group('cn=other,dc=x')] }));
    expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['DONE', undefined],
      ['REFUSED', '50 insufficientAccessRights no write access'],
      ['OPEN', undefined],
    ]);
  });

  it('is not taken from a longer name', () => {
    const exchanges: [WireRequest, WireResponse][] = [[asked(1, 'PATCH', '/Groups/10', ''), told(1, '404', '')]];
    expect(permissionsOf(task({}, exchanges, { bind: [group('1')] }))[0]?.outcome).toBe('OPEN');
  });

  it('is done with the task', () => {
    expect(permissionsOf(task({}, [], { bind: [group('1')], status: 'SUCCEEDED' }))[0]?.outcome).toBe('DONE');
  });
});

it.each([
  ['a', ['a'], true],
  [true, 'TRUE', true],
  [5, '5', true],
  [['a', 'b'], ['b', 'a'], true],
  [null, undefined, true],
  ['a', 'A', false],
])('%j and %j alike: %s', (one, other, expected) => {
  expect(alike(one, other)).toBe(expected);
});

it.each([
  ['400', '{"detail":"Taken.","scimType":"uniqueness"}', '400 Taken.'],
  ['68 entryAlreadyExists', 'diagnosticMessage: already there\n', '68 entryAlreadyExists already there'],
  ['500', 'oops', '500'],
])('the reason in %s %s', (status, body, expected) => {
  expect(reasonIn(status, body)).toBe(expected);
});
