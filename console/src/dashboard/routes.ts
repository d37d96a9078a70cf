import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { RANGES } from '../api/dashboard';
import { inside } from '../routes';

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard',
  validateSearch: z.object({ range: z.catch(z.optional(z.enum(RANGES)), undefined) }),
  component: page(() => import('./DashboardPage'), 'DashboardPage'),
});

export const dashboardRoutes = [dashboard] as const;
