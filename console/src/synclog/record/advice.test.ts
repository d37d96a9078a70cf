import { describe, expect, it } from 'vitest';
import i18next from '../../i18n';
import type { WireRequest, WireResponse } from '../../api/tasks';
import { codesOf, KNOWN_CODES } from './advice';

const failed = (protocol: string, status: string, body = '', broken = false) => ({
  failureKind: 'REFUSED' as const,
  requests: [{ attempt: 1, seq: 1, protocol } as WireRequest],
  responses: [{ attempt: 1, seq: 1, status, body, broken } as WireResponse],
});

describe('what is known of a refusal', () => {
  it.each([
    [failed('LDAP', '68 entryAlreadyExists'), ['ldap.68']],
    [failed('LDAP', '19 constraintViolation', 'diagnosticMessage: 0000052D: SvcErr'), ['ad.0000052D', 'ldap.19']],
    [failed('HTTP', '409', '{"scimType":"uniqueness"}'), ['scim.uniqueness', 'http.409']],
    [failed('HTTP', '403'), ['http.403']],
    [failed('HTTP', '302'), ['http.3xx']],
    [failed('HTTP', '418'), []],
    [failed('HTTP', '', 'closed', true), []],
    [{ ...failed('HTTP', '400'), failureKind: 'INVALID' as const }, []],
  ])('%# is found', (task, codes) => {
    expect(codesOf(task)).toEqual(codes);
  });

  it('is that of the last answer that refused', () => {
    const task = { failureKind: 'REFUSED' as const, requests: [1, 2, 3].map((seq) => ({ attempt: 1, seq, protocol: 'HTTP' }) as WireRequest), responses: [['404'], ['409'], ['200']].map(([status], i) => ({ attempt: 1, seq: i + 1, status, body: '', broken: false }) as WireResponse) };
    expect(codesOf(task)).toEqual(['http.409']);
  });
});

it('has a sentence for every code', () => {
  expect(KNOWN_CODES.filter((code) => !i18next.exists(`advice.${code}`))).toEqual([]);
});
