import { describe, expect, it } from 'vitest';
import type { TaskRow } from '../api/tasks';
import { appended, arrivals, rowsOf, withRows, type Rows } from './liveRows';

const row = (id: string, status: TaskRow['status'] = 'FAILED') => ({ id, status }) as TaskRow;
const pages = (next: string | null, ...ids: string[][]): Rows => ({
  pageParams: ids.map(() => undefined),
  pages: ids.map((page, i) => ({ items: page.map((id) => row(id)), next: i < ids.length - 1 ? 'x' : next })),
});
const ids = (data: Rows) => rowsOf(data).map(({ id }) => id).join('');

describe('rows that changed', () => {
  it('take the place of their older selves; the others stay where they are', () => {
    const data = pages('x', ['1', '2'], ['3']);
    const after = withRows(data, new Map([['2', row('2', 'QUEUED')], ['9', row('9')]]));
    expect(rowsOf(after).map(({ id, status }) => `${id} ${status}`)).toEqual(['1 FAILED', '2 QUEUED', '3 FAILED']);
    expect(after.pages[1], 'a page without changes is not drawn anew').toBe(data.pages[1]);
    expect(withRows(data, new Map())).toBe(data);
  });
});

describe('rows that come', () => {
  it('on top of the newest wait for the reader', () => {
    expect(arrivals(pages('x', ['5', '4', '3']), [row('6'), row('5')], false)).toEqual({ append: [], above: ['6'] });
  });

  it('between what is shown wait for the reader, in both orders', () => {
    expect(arrivals(pages(null, ['1', '3']), [row('2')], true)).toEqual({ append: [], above: ['2'] });
    expect(arrivals(pages(null, ['3', '1']), [row('2')], false)).toEqual({ append: [], above: ['2'] });
  });

  it('after the last row are put there when there is nothing more to read', () => {
    const data = pages(null, ['1', '2']);
    const { append, above } = arrivals(data, [row('4'), row('3')], true);
    expect(above).toEqual([]);
    expect(ids(appended(data, append))).toBe('1234');
  });

  it('beyond what was read so far are no news', () => {
    expect(arrivals(pages('x', ['1', '2']), [row('8')], true)).toEqual({ append: [], above: [] });
    expect(arrivals(pages('x', ['9', '8']), [row('2')], false)).toEqual({ append: [], above: [] });
  });

  it('into an empty list are simply shown', () => {
    const empty = pages(null, []);
    expect(ids(appended(empty, arrivals(empty, [row('2'), row('1')], false).append))).toBe('21');
  });
});
