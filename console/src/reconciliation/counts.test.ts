import { describe, expect, it } from 'vitest';
import { categoriesOf, firstOf } from './counts';

describe('categories of findings', () => {
  it('add up what was done, and stand in the order a person goes through them', () => {
    const categories = categoriesOf([
      { objectType: 'ORGANIZATION', kind: 'MATCHED', outcome: 'OPEN', count: 3, differing: 0 },
      { objectType: 'ACCOUNT', kind: 'LINKED', outcome: 'OPEN', count: 90, differing: 0 },
      { objectType: 'ACCOUNT', kind: 'MATCHED', outcome: 'LINKED', count: 4, differing: 2 },
      { objectType: 'ACCOUNT', kind: 'MATCHED', outcome: 'OPEN', count: 6, differing: 5 },
    ]);
    expect(categories).toEqual([
      { objectType: 'ACCOUNT', kind: 'MATCHED', count: 10, open: 6, linkedDiffering: 2 },
      { objectType: 'ACCOUNT', kind: 'LINKED', count: 90, open: 90, linkedDiffering: 0 },
      { objectType: 'ORGANIZATION', kind: 'MATCHED', count: 3, open: 3, linkedDiffering: 0 },
    ]);
  });

  it('may be none', () => {
    expect(firstOf([])).toBeUndefined();
  });
});
