import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { inside, text } from '../routes';

const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  validateSearch: z.object({ tab: text, q: text, status: text, mine: text }),
  component: page(() => import('./RequestsPage'), 'RequestsPage', 'requests', 'rights'),
});

const request = createRoute({
  getParentRoute: () => inside,
  path: '/requests/$requestId',
  component: page(() => import('./RequestPage'), 'RequestPage', 'requests'),
});

const expiry = createRoute({
  getParentRoute: () => inside,
  path: '/requests/expiries/$expiryId',
  component: page(() => import('./ExpiryPage'), 'ExpiryPage', 'requests'),
});

const release = createRoute({
  getParentRoute: () => inside,
  path: '/requests/releases/$releaseId',
  component: page(() => import('./ReleasePage'), 'ReleasePage', 'requests'),
});

export const requestsRoutes = [requests, request, expiry, release] as const;
