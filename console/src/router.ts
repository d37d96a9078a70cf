import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accountsRoutes } from './accounts/routes';
import { applicationsRoutes } from './applications/routes';
import { auditRoutes } from './audit/routes';
import { dashboardRoutes } from './dashboard/routes';
import { failuresRoutes } from './failures/routes';
import { fourEyesRoutes } from './foureyes/routes';
import { governanceRoutes } from './governance/routes';
import { groupsRoutes } from './groups/routes';
import { importsRoutes } from './imports/routes';
import { integrityRoutes } from './integrity/routes';
import { lifecycleRoutes } from './lifecycle/routes';
import { notificationsRoutes } from './notifications/routes';
import { packagesRoutes } from './packages/routes';
import { peopleRoutes } from './people/routes';
import { policiesRoutes } from './policies/routes';
import { portalRoutes } from './portal/routes';
import { reconciliationRoutes } from './reconciliation/routes';
import { repairsRoutes } from './repairs/routes';
import { requestsRoutes } from './requests/routes';
import { retentionRoutes } from './retention/routes';
import { settingsRoutes } from './settings/routes';
import { synclogRoutes } from './synclog/routes';
import { usersRoutes } from './users/routes';
import { inside, portal, root } from './routes';
import { parseSearch, stringifySearch } from './search';
import { ownSignInRoutes, portalSignInRoutes, signInRoutes } from './session/routes';
import { Broken, NotFound } from './shell/Lost';

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/dashboard' });
  },
});

const tree = root.addChildren([
  ...signInRoutes,
  inside.addChildren([
    home,
    ...dashboardRoutes,
    ...synclogRoutes,
    ...failuresRoutes,
    ...repairsRoutes,
    ...reconciliationRoutes,
    ...applicationsRoutes,
    ...accountsRoutes,
    ...usersRoutes,
    ...settingsRoutes,
    ...auditRoutes,
    ...integrityRoutes,
    ...retentionRoutes,
    ...fourEyesRoutes,
    ...peopleRoutes,
    ...groupsRoutes,
    ...packagesRoutes,
    ...policiesRoutes,
    ...importsRoutes,
    ...lifecycleRoutes,
    ...requestsRoutes,
    ...governanceRoutes,
    ...notificationsRoutes,
    ...ownSignInRoutes,
  ]),
  portal.addChildren([...portalRoutes, ...portalSignInRoutes]),
]);

export function routerWith(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    // Another object is another page: nothing that was typed or asked about the one before is left to it.
    defaultRemountDeps: ({ params }) => params,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerWith>;
  }
}
