import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from './page';
import { sessionQuery } from './session/session';
import { NotFound } from './shell/Lost';
import { Root, Shell } from './shell/Shell';

// What the parts' own routes hang on; each part has them in its routes.ts, and router.ts puts them together.

export const text = z.catch(z.optional(z.string()), undefined);
export const tab = z.object({ tab: text });
export const filtered = z.object({
  q: text,
  application: text,
  user: text,
  organization: text,
  status: text,
  kind: text,
  orphan: text,
});

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Root, notFoundComponent: NotFound });

/** Everything behind the sign-in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session?.step !== 'NONE') {
      throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
    }
    if (session.kind === 'USER') {
      throw redirect({ to: '/portal/access' });
    }
  },
  component: Shell,
});

/** The portal: for users, as the rest is for administrators. */
export const portal = createRoute({
  getParentRoute: () => root,
  path: '/portal',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session?.step !== 'NONE') {
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
    if (session.kind !== 'USER') {
      throw redirect({ to: '/' });
    }
    if (location.pathname === '/portal' || location.pathname === '/portal/') {
      throw redirect({ to: '/portal/access' });
    }
  },
  component: page(() => import('./portal/PortalShell'), 'PortalShell', 'portal'),
});
