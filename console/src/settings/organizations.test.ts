import { expect, it } from 'vitest';
import { inTreeOrder } from './organizations';

const organization = (id: string, name: string, parentId: string | null) => ({ id, code: id, name, parentId, version: 1 });

it('organizations stand below their parent, by name; an unknown parent makes one of the top', () => {
  const placed = inTreeOrder([organization('3', 'Sales', '1'), organization('1', 'Company', null), organization('2', 'Engineering', '1'), organization('4', 'Stray', 'x')]);
  expect(placed.map(({ organization, depth }) => `${depth} ${organization.name}`)).toEqual(['0 Company', '1 Engineering', '1 Sales', '0 Stray']);
});
