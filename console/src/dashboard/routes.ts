import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { RANGES } from '../api/dashboard';
import { inside } from '../routes';

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard',
  validateSearch: z.object({ range: z.catch(z.optional(z.enum(RANGES)), undefined) }),
  component: lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage'),
});

export const dashboardRoutes = [dashboard] as const;
