import { describe, expect, it } from 'vitest';
import { failuresSearch, groupQuery, isNarrowed } from './search';

describe('the address of the list of failures', () => {
  it('asks for what is not resolved unless it says otherwise', () => {
    expect(groupQuery({})).toMatchObject({ state: ['OPEN', 'ACKNOWLEDGED', 'CAME_BACK'], sort: undefined });
    expect(groupQuery({ state: 'RESOLVED' })).toMatchObject({ state: 'RESOLVED' });
    expect(groupQuery({ state: 'any', sort: 'lastSeen' })).toMatchObject({ state: undefined, sort: 'LAST_SEEN' });
  });

  it('leaves out what it does not know', () => {
    expect(failuresSearch.parse({ state: 'GONE', sort: 'name', kind: 'X', q: '' })).toEqual({});
    expect(failuresSearch.parse({ state: 'any', kind: 'REFUSED', q: 'mail' })).toEqual({ state: 'any', kind: 'REFUSED', q: 'mail' });
  });

  it('knows whether it is narrowed', () => {
    expect(isNarrowed({ sort: 'lastSeen' })).toBe(false);
    expect(isNarrowed({ application: 'a' })).toBe(true);
  });
});
