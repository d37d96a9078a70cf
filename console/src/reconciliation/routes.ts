import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { inside, text } from '../routes';

const run = createRoute({
  getParentRoute: () => inside,
  path: '/reconciliations/$runId',
  validateSearch: z.object({ type: text, kind: text, outcome: text, q: text }),
  component: page(() => import('./ReconciliationPage'), 'ReconciliationPage', 'reconciliation'),
});

export const reconciliationRoutes = [run] as const;
