import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { inside, text } from '../routes';

const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  validateSearch: z.object({ tab: text, q: text, status: text, mine: text }),
  component: lazyRouteComponent(() => import('./RequestsPage'), 'RequestsPage'),
});

const request = createRoute({
  getParentRoute: () => inside,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./RequestPage'), 'RequestPage'),
});

const expiry = createRoute({
  getParentRoute: () => inside,
  path: '/requests/expiries/$expiryId',
  component: lazyRouteComponent(() => import('./ExpiryPage'), 'ExpiryPage'),
});

const release = createRoute({
  getParentRoute: () => inside,
  path: '/requests/releases/$releaseId',
  component: lazyRouteComponent(() => import('./ReleasePage'), 'ReleasePage'),
});

export const requestsRoutes = [requests, request, expiry, release] as const;
