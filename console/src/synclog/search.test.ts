import { describe, expect, it } from 'vitest';
import { address } from '../api/client';
import { parseSearch, stringifySearch } from '../search';
import { isNarrowed, logSearch, taskQuery, toggled, widened } from './search';

describe('the address of the log list', () => {
  it('without anything shows what needs a person', () => {
    expect(taskQuery(logSearch.parse({}))).toMatchObject({ view: 'attention', order: undefined });
  });

  it('holds the whole view and gives it back', () => {
    const search = logSearch.parse({ view: 'all', order: 'oldest', q: 'ming', status: ['FAILED', 'QUEUED'], application: ['a1'], from: '2026-01-01T00:00:00Z' });
    expect(logSearch.parse(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  it('takes a single value as a list of one', () => {
    expect(logSearch.parse({ status: 'FAILED' }).status).toEqual(['FAILED']);
  });

  it('drops what it does not know instead of failing', () => {
    const search = logSearch.parse({ view: 'nonsense', status: ['FAILED', 'EXPLODED'], source: 'NOWHERE', unknown: '1' });
    expect(search).toEqual(expect.objectContaining({ status: ['FAILED'] }));
    expect(search.view).toBeUndefined();
    expect(search.source).toBeUndefined();
    expect(search).not.toHaveProperty('unknown');
  });

  it('asks the server with repeated names', () => {
    const query = taskQuery(logSearch.parse({ view: 'all', status: ['FAILED', 'QUEUED'], q: 'a&b' }));
    expect(address('/tasks', query)).toBe('/api/v1/tasks?q=a%26b&status=FAILED&status=QUEUED');
  });
});

describe('a filter', () => {
  it('is switched on, off, and leaves nothing behind', () => {
    const on = toggled(logSearch.parse({}), 'action', 'DELETE');
    expect(on.action).toEqual(['DELETE']);
    expect(toggled(on, 'action', 'DELETE').action).toBeUndefined();
  });

  it('narrows the view; widening keeps only view and order', () => {
    const search = logSearch.parse({ view: 'all', order: 'oldest', batch: 'b' });
    expect(isNarrowed(search)).toBe(true);
    expect(isNarrowed(widened(search))).toBe(false);
    expect(widened(search)).toEqual({ view: 'all', order: 'oldest' });
  });
});
