import { describe, expect, it } from 'vitest';
import { address } from '../api/client';
import { parseSearch, stringifySearch } from '../search';
import { isNarrowed, logSearch, orderOf, sameTasks, taskQuery, toggled, widened } from './search';

describe('the address of the log list', () => {
  it('without anything shows what needs a person', () => {
    expect(taskQuery(logSearch.parse({}))).toMatchObject({ view: 'attention' });
    expect(orderOf(logSearch.parse({}))).toBe('oldest');
    expect(orderOf(logSearch.parse({ view: 'all' }))).toBe('newest');
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

  it('keeps columns in the order they were put in, and knows views that show the same', () => {
    const search = logSearch.parse({ columns: ['failure', 'opened', 'nonsense', 'failure'] });
    expect(search.columns).toEqual(['failure', 'opened']);
    expect(sameTasks(search, { view: 'attention', order: 'oldest', saved: 'x' })).toBe(true);
    expect(sameTasks(logSearch.parse({ view: 'all', status: ['QUEUED', 'FAILED'] }), { view: 'all', status: ['FAILED', 'QUEUED'] })).toBe(true);
    expect(sameTasks(search, { view: 'all' })).toBe(false);
    expect(address('/tasks', taskQuery({ ...search, saved: 'x' }))).toBe('/api/v1/tasks?view=attention');
  });

  it('takes times that count from now, and reckons them when it asks', () => {
    const search = logSearch.parse({ from: '-24h', to: 'nonsense' });
    expect(search.to).toBeUndefined();
    const from = taskQuery(search).from as string;
    expect(Math.abs(Date.now() - Date.parse(from) - 86_400_000)).toBeLessThan(60_000);
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
