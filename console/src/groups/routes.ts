import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside } from '../routes';

const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  validateSearch: filtered,
  component: page(() => import('./GroupsPage'), 'GroupsPage', 'groups'),
});

const group = createRoute({
  getParentRoute: () => inside,
  path: '/groups/$groupId',
  component: page(() => import('./GroupPage'), 'GroupPage', 'groups'),
});

export const groupsRoutes = [groups, group] as const;
