import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { OUTCOMES } from '../api/audit';
import { page } from '../page';
import { inside, text } from '../routes';

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/settings/audit',
  validateSearch: z.object({
    q: text,
    act: text,
    outcome: z.catch(z.optional(z.enum(OUTCOMES)), undefined),
    actor: text,
    objectId: text,
    from: text,
    to: text,
  }),
  component: page(() => import('./AuditPage'), 'AuditPage', 'audit'),
});

export const auditRoutes = [audit] as const;
