import { describe, expect, it } from 'vitest';
import type { TaskDetail } from '../../api/tasks';
import { hiddenIn, isHidden, unveiled } from './personal';

const task = {
  id: '1',
  parameters: { name: 'wei', attributes: { title: 'x', mail: ['[personal:aa]', '[personal:bb]'] }, bind: [], unbind: [] },
  requests: [{ body: '{"emails":[{"value":"[personal:aa]"}],"phone":"[personal:cc]"}', headers: { 'X-Note': ['[personal:dd] called'] } }],
} as unknown as TaskDetail;

describe('hidden personal values', () => {
  it('are found once each, with the name they stand beside', () => {
    expect(hiddenIn(task)).toEqual([
      { mark: 'aa', name: 'mail' },
      { mark: 'bb', name: 'mail' },
      { mark: 'cc', name: 'phone' },
      { mark: 'dd', name: null },
    ]);
  });

  it('stand in their places once they were revealed, escaped where JSON needs it', () => {
    const shown = unveiled(task, { aa: 'w"w@example.org', dd: 'Wei' });
    expect(shown.parameters.attributes.mail).toEqual(['w"w@example.org', '[personal:bb]']);
    expect(shown.requests[0]?.body).toBe('{"emails":[{"value":"w\\"w@example.org"}],"phone":"[personal:cc]"}');
    expect(shown.requests[0]?.headers?.['X-Note']).toEqual(['Wei called']);
    expect(unveiled(task, {})).toBe(task);
  });

  it('are told from values', () => {
    expect(isHidden('[personal:aa]')).toBe(true);
    expect(isHidden('see [personal:aa]')).toBe(false);
    expect(isHidden(null)).toBe(false);
  });
});
