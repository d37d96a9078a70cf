import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { parseSearch, stringifySearch } from './search';
import { sessionQuery } from './session/session';
import { SignInPage } from './session/SignInPage';
import { Broken, NotFound } from './shell/Lost';
import { Shell } from './shell/Shell';

const text = z.string().optional().catch(undefined);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: text }),
  component: SignInPage,
});

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery).catch(() => null);
    if (!session || session.mustChangePassword) {
      throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Shell,
});

const home = createRoute({ getParentRoute: () => inside, path: '/', component: NotFound });

const tree = root.addChildren([
  signIn,
  inside.addChildren([home
  ]),
]);

export function routerWith(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerWith>;
  }
}
