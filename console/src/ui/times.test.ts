import { describe, expect, it } from 'vitest';
import { duration, local, relative, utc } from './times';

const now = new Date('2026-11-22T18:00:00Z');
const at = (text: string) => new Date(text);

describe('times', () => {
  it('are exact in UTC, to the second', () => {
    expect(utc(at('2026-11-22T18:18:38.999Z'))).toBe('2026-11-22 18:18:38Z');
  });

  it('are padded in local time', () => {
    expect(local(new Date(2026, 0, 2, 3, 4, 5))).toBe('2026-01-02 03:04:05');
  });

  it.each([
    ['2026-11-22T17:59:30Z', /^30 ?s.* ago$/],
    ['2026-11-22T17:57:01Z', /^2 ?m.* ago$/],
    ['2026-11-22T16:00:00Z', /^2 ?h.* ago$/],
    ['2026-11-21T17:00:00Z', /^yesterday$/],
    ['2026-11-22T18:05:00Z', /^in 5 ?m/],
    ['2026-11-22T18:00:00Z', /^now$/],
  ])('%s reads %s', (text, expected) => {
    expect(relative(at(text), now)).toMatch(expected);
  });

  it.each([
    [0, '0 ms'],
    [340, '340 ms'],
    [2400, '2.4 sec'],
    [185_000, '3 min 5 sec'],
    [7_500_000, '2 hr 5 min'],
  ])('%i ms last %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  it('are said in the language of the reader', () => {
    expect(relative(at('2026-11-22T17:57:01Z'), now, 'zh-CN')).toBe('2分钟前');
    expect(relative(at('2026-11-21T17:00:00Z'), now, 'zh-CN')).toBe('昨天');
    expect(duration(185_000, 'zh-CN')).toBe('3分钟 5秒');
  });
});
