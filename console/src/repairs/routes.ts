import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { REPAIR_ACTIONS, REPAIR_STATUSES } from '../api/repairs';
import { inside } from '../routes';

const repairs = createRoute({
  getParentRoute: () => inside,
  path: '/repairs',
  validateSearch: z.object({
    action: z.catch(z.optional(z.enum(REPAIR_ACTIONS)), undefined),
    status: z.catch(z.optional(z.enum(REPAIR_STATUSES)), undefined),
  }),
  component: page(() => import('./RepairsPage'), 'RepairsPage', 'repairs'),
});

const repair = createRoute({
  getParentRoute: () => inside,
  path: '/repairs/$repairId',
  component: page(() => import('./RepairPage'), 'RepairPage', 'foureyes', 'repairs'),
});

export const repairsRoutes = [repairs, repair] as const;
