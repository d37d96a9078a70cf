import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../api/views';
import { logSearch } from '../search';
import { addressOf, allViews, currentView, searchOf, shows, startSearch, type View } from './views';

const saved = (id: string, address: string): SavedView => ({
  id,
  name: id,
  address,
  shared: false,
  owner: { id: 'o', name: 'Ada' },
  mine: true,
  mayChange: true,
  version: 1,
});
const leavers = saved('v1', '/log?view=all&status=FAILED&action=DELETE&from=-7d&columns=opened&columns=failure');

describe('a view', () => {
  it('is kept as its address, and comes back from it', () => {
    const search = logSearch.parse({ view: 'all', status: ['FAILED', 'QUEUED'], q: 'ming & "co"', from: '-24h', columns: ['failure', 'opened'], saved: 'v9' });
    expect(addressOf(search)).not.toContain('v9');
    expect(addressOf(search)).not.toMatch(/\s/);
    expect({ ...searchOf(addressOf(search)), saved: 'v9' }).toEqual(search);
    expect(searchOf('/log')).toEqual({});
  });

  it('is the current one by the address, also after a filter was changed', () => {
    const views = allViews([leavers]);
    const view = views.at(-1) as View;
    expect(currentView(views, view.search)?.key).toBe('v1');
    expect(shows(view, view.search)).toBe(true);
    const changed = { ...view.search, action: undefined };
    expect(currentView(views, changed)?.key).toBe('v1');
    expect(shows(view, changed)).toBe(false);
  });

  it('is the current one by what it shows when the address names none', () => {
    const views = allViews([leavers]);
    expect(currentView(views, {})?.key).toBe('ATTENTION');
    expect(currentView(views, { view: 'all', status: ['RUNNING', 'QUEUED', 'AWAITING_CALLBACK'] })?.key).toBe('UNDER_WAY');
    expect(currentView(views, { view: 'all', q: 'x' })).toBeUndefined();
    expect(currentView(views, { view: 'all', saved: 'gone' })?.key).toBe('EVERYTHING');
  });

  it('is changed by other columns only when it names its own', () => {
    const [attention, , , , own] = allViews([leavers]) as [View, View, View, View, View];
    expect(shows(attention, { columns: ['opened'] })).toBe(true);
    expect(shows(own, { ...own.search, columns: ['opened'] })).toBe(false);
  });
});

describe('the start', () => {
  it('is the view one chose', () => {
    expect(startSearch({ viewId: null, shipped: 'ATTENTION', address: null })).toBeNull();
    expect(startSearch({ viewId: null, shipped: 'EVERYTHING', address: null })).toEqual({ view: 'all', saved: 'EVERYTHING' });
    expect(startSearch({ viewId: 'v1', shipped: null, address: leavers.address })).toMatchObject({ action: ['DELETE'], saved: 'v1' });
  });
});
