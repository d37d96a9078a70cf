import { describe, expect, it } from 'vitest';
import type { WireRequest, WireResponse } from '../../api/tasks';
import { exchangesOf, headerLines } from './exchanges';

const message = { at: '2026-01-01T00:00:00Z', headers: null, body: null, size: 0, cut: 0, masked: [] };
const request = (attempt: number, seq: number): WireRequest => ({ ...message, attempt, seq, protocol: 'http', operation: 'POST', target: '/Users' });
const response = (attempt: number, seq: number): WireResponse => ({ ...message, attempt, seq, status: '201', broken: false, durationMs: 3 });

describe('exchanges', () => {
  it('bring request and response together, in the order of sending', () => {
    const exchanges = exchangesOf({ requests: [request(2, 1), request(1, 2), request(1, 1)], responses: [response(1, 1), response(2, 1)] });
    expect(exchanges.map(({ attempt, seq, response }) => [attempt, seq, response !== undefined])).toEqual([
      [1, 1, true],
      [1, 2, false],
      [2, 1, true],
    ]);
  });

  it('keep an answer whose request is not there', () => {
    expect(exchangesOf({ requests: [], responses: [response(1, 1)] })).toHaveLength(1);
  });
});

it('headers stand one a line, repeated ones repeatedly', () => {
  expect(headerLines({ Accept: ['a', 'b'], Host: 'x' })).toBe('Accept: a\nAccept: b\nHost: x');
  expect(headerLines(null)).toBe('');
});
