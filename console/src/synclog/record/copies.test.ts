import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../api/tasks';
import { curlOf } from './curl';
import { isLdif, ldifOf } from './ldif';

const request = (over: Partial<WireRequest>): WireRequest => ({
  attempt: 1,
  seq: 1,
  at: '2026-01-01T00:00:00Z',
  protocol: 'HTTP',
  operation: 'POST',
  target: 'https://app.example/users?access_token=********',
  headers: { 'X-Api-Key': ['********'], Accept: ['application/json'], 'Content-Length': ['9'] },
  body: '{"name":"O\'Neill $HOME `x` \\n","id":12345678901234567890,"password":"********"}',
  size: 9,
  cut: 0,
  masked: [],
  ...over,
});

/** What a real shell makes of the command's arguments. */
const argumentsOf = (command: string) =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], {
    env: { X_API_KEY: 'k-1', ACCESS_TOKEN: 't 2', PASSWORD: 'p"3' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);

describe('as cURL', () => {
  it('a shell gives curl the very request, with the secrets it was told', () => {
    expect(argumentsOf(curlOf(request({}), 'Set:', 'Cut'))).toEqual([
      '-X',
      'POST',
      'https://app.example/users?access_token=t 2',
      '-H',
      'X-Api-Key: k-1',
      '-H',
      'Accept: application/json',
      '--data-binary',
      '{"name":"O\'Neill $HOME `x` \\n","id":12345678901234567890,"password":"p"3"}',
    ]);
  });

  it('names what has to be set, once each', () => {
    const command = curlOf(request({}), 'Set these first:', 'Cut');
    expect(command).toMatch(/^# Set these first:\n# export ACCESS_TOKEN=\n# export X_API_KEY=\n# export PASSWORD=\ncurl /);
    expect(command).not.toContain('********');
  });

  it('has no body where there was none, and says when it was cut', () => {
    const command = curlOf(request({ operation: 'GET', target: 'https://x', headers: {}, body: '', cut: 7 }), 'Set', 'The body was cut');
    expect(command).toBe("# The body was cut\ncurl -X GET 'https://x'");
  });
});

describe('as LDIF', () => {
  const change = request({ protocol: 'LDAP', operation: 'ADD', target: 'uid=a', body: 'dn: uid=a\nchangetype: add\nuserPassword: ********\n' });

  it('has the change with a place for each secret', () => {
    expect(isLdif(change)).toBe(true);
    expect(ldifOf(change, 'Cut')).toBe('dn: uid=a\nchangetype: add\nuserPassword: {USER_PASSWORD}\n');
  });

  it('is not offered for what is no change', () => {
    expect(isLdif(request({ protocol: 'LDAP', operation: 'SEARCH' }))).toBe(false);
    expect(isLdif(request({}))).toBe(false);
  });
});
