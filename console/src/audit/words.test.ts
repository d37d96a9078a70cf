import { describe, expect, it } from 'vitest';
import { changes } from './words';

describe('the changes of an entry', () => {
  it('are told by the whole path of each member', () => {
    expect(changes({ name: 'A', limits: { rate: 1 } }, { limits: { rate: 2 }, tags: ['x'] })).toEqual([
      { member: 'limits.rate', before: '1', after: '2' },
      { member: 'name', before: 'A', after: '' },
      { member: 'tags', before: '', after: '["x"]' },
    ]);
  });

  it('are none where nothing is kept', () => {
    expect(changes(null, null)).toEqual([]);
    expect(changes(undefined, { made: true })).toEqual([{ member: 'made', before: '', after: 'true' }]);
  });
});
