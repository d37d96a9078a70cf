import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { filtered, inside, text } from '../routes';

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: filtered,
  component: page(() => import('./UsersPage'), 'UsersPage', 'lifecycle'),
});

const user = createRoute({
  getParentRoute: () => inside,
  path: '/users/$userId',
  validateSearch: z.object({ change: text }),
  component: page(() => import('./UserPage'), 'UserPage', 'lifecycle'),
});

export const usersRoutes = [users, user] as const;
