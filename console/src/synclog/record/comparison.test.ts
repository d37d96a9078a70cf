import { describe, expect, it } from 'vitest';
import type { WireRequest, WireResponse } from '../../api/tasks';
import { attemptBefore, conversationOf } from './comparison';

const message = { at: '2026-01-01T00:00:00Z', headers: { Date: ['now'] }, size: 0, cut: 0, masked: [] };
const request = (attempt: number, seq: number, body: string): WireRequest => ({ ...message, attempt, seq, protocol: 'HTTP', operation: 'POST', target: '/u', body });
const response = (attempt: number, seq: number, body: string): WireResponse => ({ ...message, attempt, seq, status: '400', broken: false, durationMs: 1, body });

const task = { requests: [request(1, 1, '{"a":1}'), request(3, 1, '{"a":12345678901234567890}'), request(3, 2, '')], responses: [response(1, 1, 'no'), response(3, 1, '')] };

describe('what was said in a try', () => {
  it('is that of the last one, in order, with every number exact', () => {
    expect(conversationOf(task)).toEqual({ requests: 'POST /u\n{\n  "a": 12345678901234567890\n}\n\nPOST /u', responses: '400\n\n—' });
  });

  it('is that of the one that is asked for', () => {
    expect(conversationOf(task, 1)).toEqual({ requests: 'POST /u\n{\n  "a": 1\n}', responses: '400\nno' });
  });
});

it('the try before the last is the last but one that sent something', () => {
  expect(attemptBefore(task)).toBe(1);
  expect(attemptBefore({ requests: [request(1, 1, '')], responses: [] })).toBeUndefined();
});
