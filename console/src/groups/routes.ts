import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside } from '../routes';

const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./GroupsPage'), 'GroupsPage'),
});

const group = createRoute({
  getParentRoute: () => inside,
  path: '/groups/$groupId',
  component: lazyRouteComponent(() => import('./GroupPage'), 'GroupPage'),
});

export const groupsRoutes = [groups, group] as const;
