import { queryOptions } from '@tanstack/react-query';
import { get, post, put, remove } from './client';
import type { Page } from './list';

/** A view of the log under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** Of the list: "/log?..." */
  address: string;
  shared: boolean;
  owner: { id: string; name: string };
  mine: boolean;
  mayChange: boolean;
  version: number;
}

export type ViewBody = Pick<SavedView, 'name' | 'address' | 'shared'>;

export const SHIPPED = ['ATTENTION', 'NO_CALLBACK', 'UNDER_WAY', 'EVERYTHING'] as const;
/** Views every installation has. */
export type Shipped = (typeof SHIPPED)[number];

/** What the log opens with: a saved view with its address, or one that is shipped. */
export interface StartView {
  viewId: string | null;
  shipped: Shipped | null;
  address: string | null;
}

const PATH = '/views';

export const viewsQuery = queryOptions({
  queryKey: [PATH, 'list'],
  queryFn: async ({ signal }) => {
    const views: SavedView[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page<SavedView> = await get(PATH, { limit: 200, cursor }, signal);
      views.push(...page.items);
      cursor = page.next;
    }
    return views;
  },
  staleTime: 60_000,
});

export const startQuery = queryOptions({
  queryKey: [PATH, 'start'],
  queryFn: ({ signal }) => get<StartView>(`${PATH}/start`, {}, signal),
  staleTime: 60_000,
});

export const saveView = (body: ViewBody) => post<SavedView>(PATH, body);
export const changeView = ({ id, version }: SavedView, body: ViewBody) => put<SavedView>(`${PATH}/${id}`, body, version);
export const deleteView = ({ id, version }: SavedView) => remove<void>(`${PATH}/${id}`, version);
export const startWith = (start: Partial<Pick<StartView, 'viewId' | 'shipped'>>) => put<StartView>(`${PATH}/start`, start);
