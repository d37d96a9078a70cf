import { describe, expect, it } from 'vitest';
import { suggestionsFor, type Known } from './suggest';

const known: Known = {
  facets: {
    status: [{ value: 'FAILED', label: 'FAILED', count: 12 }],
    application: [{ value: 'a1', label: 'Company directory', count: 7 }],
    initiator: [{ value: 'Ada Admin', label: 'Ada Admin', count: 3 }],
  },
  names: { application: [{ id: 'a1', name: 'Company directory' }, { id: 'a2', name: 'Feishu' }], user: [], account: [] },
  found: [],
  say: (_facet, value) => `the ${value.toLowerCase()}`,
  explain: (field) => `about ${field}`,
};

/** The line has a | where the caret is. */
function at(marked: string, more: Partial<Known> = {}) {
  const caret = marked.indexOf('|');
  const line = marked.replace('|', '');
  const { span, options, lookUp } = suggestionsFor(line, caret, { ...known, ...more });
  return { inserts: options.map(({ insert }) => insert), options, lookUp, taking: (insert: string) => line.slice(0, span.start) + insert + line.slice(span.end) };
}

describe('suggestions', () => {
  it('are all filters before anything is typed', () => {
    expect(at('|').inserts.slice(0, 3)).toEqual(['needs:', 'status:', 'failure:']);
    expect(at('status:failed |').inserts).toContain('app:');
  });

  it('are the filters that begin so, and values of any filter that have it in them', () => {
    expect(at('st|').inserts).toContain('status:');
    expect(at('fail|').inserts).toEqual(['failure:', 'status:failed']);
    expect(at('company|').inserts).toEqual(['app:"Company directory"']);
  });

  it('are values the data has, the most frequent first, with their counts', () => {
    const { options } = at('status:|');
    expect(options[0]).toEqual({ insert: 'failed', hint: 'the failed', count: 12 });
    expect(options.length).toBe(8);
    expect(at('app:|').inserts).toEqual(['"Company directory"', 'Feishu']);
    expect(at('initiator:ad|').inserts).toEqual(['"Ada Admin"']);
  });

  it('take the place of what is being typed, and of nothing else', () => {
    expect(at('status:fa| ming').taking('failed')).toBe('status:failed ming');
    expect(at('status:queued,fa|x').taking('failed')).toBe('status:queued,failed');
    expect(at('status:queued,|').taking('failed')).toBe('status:queued,failed');
    expect(at('app:"Comp|any dir" ming').taking('"Company directory"')).toBe('app:"Company directory" ming');
    expect(at('app:"Comp|').inserts).toEqual(['"Company directory"']);
    expect(at('a| ming').taking('app:')).toBe('app: ming');
  });

  it('of people are asked of the server, for there are too many to know', () => {
    expect(at('user:mi|').lookUp).toEqual({ filter: 'user', text: 'mi' });
    expect(at('user:mi|', { found: [{ name: 'ming.li', hint: 'Ming Li' }] }).options).toEqual([{ insert: 'ming.li', hint: 'Ming Li' }]);
  });

  it('of times count from now', () => {
    expect(at('opened>=|').inserts).toEqual(['-1h', '-24h', '-7d', '-30d']);
    expect(at('op|').inserts).toContain('opened>=');
  });

  it('are none within a word in quotation marks, and none for what is no filter', () => {
    expect(at('"fai|').inserts).toEqual([]);
    expect(at('zzz:fai|').inserts).toEqual([]);
  });
});
