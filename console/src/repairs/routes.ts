import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { REPAIR_ACTIONS, REPAIR_STATUSES } from '../api/repairs';
import { inside } from '../routes';

const repairs = createRoute({
  getParentRoute: () => inside,
  path: '/repairs',
  validateSearch: z.object({
    action: z.enum(REPAIR_ACTIONS).optional().catch(undefined),
    status: z.enum(REPAIR_STATUSES).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./RepairsPage'), 'RepairsPage'),
});

const repair = createRoute({
  getParentRoute: () => inside,
  path: '/repairs/$repairId',
  component: lazyRouteComponent(() => import('./RepairPage'), 'RepairPage'),
});

export const repairsRoutes = [repairs, repair] as const;
