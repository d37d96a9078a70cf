import { SHIPPED, type SavedView, type Shipped, type StartView } from '../../api/views';
import { parseSearch, stringifySearch } from '../../search';
import { logSearch, sameTasks, type LogSearch } from '../search';

/** What the views show that every installation has. */
const SHIPPED_SEARCHES: Record<Shipped, LogSearch> = {
  ATTENTION: { view: 'attention' },
  NO_CALLBACK: { view: 'attention', failureKind: ['NO_CALLBACK'] },
  UNDER_WAY: { view: 'all', status: ['QUEUED', 'RUNNING', 'AWAITING_CALLBACK'] },
  EVERYTHING: { view: 'all' },
};

/** A view as a tab shows it. */
export interface View {
  key: string;
  /** Null for one that is shipped, whose name is a text of the console. */
  saved: SavedView | null;
  shipped: Shipped | null;
  search: LogSearch;
}

const LOG = '/log';

export const addressOf = (search: LogSearch) => LOG + stringifySearch({ ...search, saved: undefined });

export const searchOf = (address: string): LogSearch => logSearch.parse(parseSearch(address.slice(LOG.length)));

/** The shipped views, then the saved ones by name; each leads to an address that says by which view the reader came. */
export function allViews(saved: readonly SavedView[]): View[] {
  return [
    ...SHIPPED.map((shipped) => ({ key: shipped, saved: null, shipped, search: { ...SHIPPED_SEARCHES[shipped], saved: shipped } })),
    ...saved.map((view) => ({ key: view.id, saved: view, shipped: null, search: { ...searchOf(view.address), saved: view.id } })),
  ];
}

/** The view the reader came by, or else one that shows the same. */
export function currentView(views: readonly View[], search: LogSearch): View | undefined {
  return views.find(({ key }) => key === search.saved) ?? views.find((view) => shows(view, search));
}

/** Whether the list still is what the view says: columns count only where the view names them. */
export function shows(view: View, search: LogSearch): boolean {
  const columns = view.search.columns;
  return sameTasks(view.search, search) && (columns === undefined || search.columns === undefined || columns.join() === search.columns.join());
}

export const isStart = (view: View, start: StartView | undefined) =>
  start !== undefined && (view.saved ? start.viewId === view.saved.id : start.shipped === view.shipped);

/** Where the log opens when its address says nothing; null when that is as it is anyway. */
export function startSearch(start: StartView): LogSearch | null {
  if (start.viewId && start.address) {
    return { ...searchOf(start.address), saved: start.viewId };
  }
  return start.shipped && start.shipped !== 'ATTENTION' ? { ...SHIPPED_SEARCHES[start.shipped], saved: start.shipped } : null;
}
