import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search';

describe('the query of an address', () => {
  it('repeats a name for a list, and reads it back', () => {
    const search = { q: 'a b&c', status: ['FAILED', 'QUEUED'] };
    expect(stringifySearch(search)).toBe('?q=a+b%26c&status=FAILED&status=QUEUED');
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it('leaves out what is empty', () => {
    expect(stringifySearch({ q: '', view: undefined, from: null })).toBe('');
  });
});
