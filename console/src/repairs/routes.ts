import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { REPAIR_ACTIONS, REPAIR_STATUSES } from '../api/repairs';
import { inside } from '../routes';

const repairs = createRoute({
  getParentRoute: () => inside,
  path: '/repairs',
  validateSearch: z.object({
    action: z.catch(z.optional(z.enum(REPAIR_ACTIONS)), undefined),
    status: z.catch(z.optional(z.enum(REPAIR_STATUSES)), undefined),
  }),
  component: lazyRouteComponent(() => import('./RepairsPage'), 'RepairsPage'),
});

const repair = createRoute({
  getParentRoute: () => inside,
  path: '/repairs/$repairId',
  component: lazyRouteComponent(() => import('./RepairPage'), 'RepairPage'),
});

export const repairsRoutes = [repairs, repair] as const;
