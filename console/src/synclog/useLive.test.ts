import { expect, it } from 'vitest';
import type { TaskRow } from '../api/tasks';
import { withRows } from './useLive';

const row = (id: string, status: TaskRow['status']) => ({ id, status }) as TaskRow;

it('changed rows take the place of their older selves, the others stay where they are', () => {
  const data = { pageParams: [], pages: [{ items: [row('1', 'QUEUED'), row('2', 'QUEUED')], next: 'x' }, { items: [row('3', 'QUEUED')], next: null }] };
  const after = withRows(data, new Map([['2', row('2', 'FAILED')], ['9', row('9', 'FAILED')]]));
  expect(after.pages.flatMap((page) => page.items.map(({ id, status }) => `${id} ${status}`))).toEqual(['1 QUEUED', '2 FAILED', '3 QUEUED']);
});
