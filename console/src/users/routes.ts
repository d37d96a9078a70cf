import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { filtered, inside, text } from '../routes';

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./UsersPage'), 'UsersPage'),
});

const user = createRoute({
  getParentRoute: () => inside,
  path: '/users/$userId',
  validateSearch: z.object({ change: text }),
  component: lazyRouteComponent(() => import('./UserPage'), 'UserPage'),
});

export const usersRoutes = [users, user] as const;
