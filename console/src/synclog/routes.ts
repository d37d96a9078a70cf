import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../routes';
import { recordSearch } from './recordSearch';
import { logSearch } from './search';

const log = createRoute({
  getParentRoute: () => inside,
  path: '/log',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./LogPage'), 'LogPage'),
});

const record = createRoute({
  getParentRoute: () => inside,
  path: '/log/$taskId',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage'),
});

export const synclogRoutes = [log, record] as const;
