import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { parseSearch, stringifySearch } from './search';
import { sessionQuery } from './session/session';
import { SignInPage } from './session/SignInPage';
import { Broken, NotFound } from './shell/Lost';
import { Root, Shell } from './shell/Shell';
import { recordSearch } from './synclog/recordSearch';
import { logSearch } from './synclog/search';

const text = z.string().optional().catch(undefined);
const tab = z.object({ tab: text });
const filtered = z.object({
  q: text,
  application: text,
  user: text,
  organization: text,
  status: text,
  kind: text,
  orphan: text,
});

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Root, notFoundComponent: NotFound });

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
    if (session.kind === 'USER') {
      throw redirect({ to: '/portal/access' });
    }
  },
  component: Shell,
});

/** The portal: for users, as the rest is for administrators. */
const portal = createRoute({
  getParentRoute: () => root,
  path: '/portal',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery).catch(() => null);
    if (!session || session.mustChangePassword) {
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
    if (session.kind !== 'USER') {
      throw redirect({ to: '/' });
    }
    if (location.pathname === '/portal' || location.pathname === '/portal/') {
      throw redirect({ to: '/portal/access' });
    }
  },
  component: lazyRouteComponent(() => import('./portal/PortalShell'), 'PortalShell'),
});

const myAccess = createRoute({
  getParentRoute: () => portal,
  path: '/access',
  component: lazyRouteComponent(() => import('./portal/MyAccessPage'), 'MyAccessPage'),
});

const catalogue = createRoute({
  getParentRoute: () => portal,
  path: '/request',
  component: lazyRouteComponent(() => import('./portal/CataloguePage'), 'CataloguePage'),
});

const myRequests = createRoute({
  getParentRoute: () => portal,
  path: '/requests',
  component: lazyRouteComponent(() => import('./portal/MyRequestsPage'), 'MyRequestsPage'),
});

const myRequest = createRoute({
  getParentRoute: () => portal,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./portal/PortalRequestPage'), 'PortalRequestPage'),
});

const approvals = createRoute({
  getParentRoute: () => portal,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./portal/ApprovalsPage'), 'ApprovalsPage'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/log' });
  },
});

const log = createRoute({
  getParentRoute: () => inside,
  path: '/log',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./synclog/LogPage'), 'LogPage'),
});

const record = createRoute({
  getParentRoute: () => inside,
  path: '/log/$taskId',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('./synclog/RecordPage'), 'RecordPage'),
});

const applications = createRoute({
  getParentRoute: () => inside,
  path: '/applications',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./applications/ApplicationsPage'), 'ApplicationsPage'),
});

const newApplication = createRoute({
  getParentRoute: () => inside,
  path: '/applications/new',
  component: lazyRouteComponent(() => import('./applications/NewApplicationPage'), 'NewApplicationPage'),
});

const application = createRoute({
  getParentRoute: () => inside,
  path: '/applications/$applicationId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./applications/ApplicationPage'), 'ApplicationPage'),
});

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./accounts/AccountsPage'), 'AccountsPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$accountId',
  component: lazyRouteComponent(() => import('./accounts/AccountPage'), 'AccountPage'),
});

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./users/UsersPage'), 'UsersPage'),
});

const user = createRoute({
  getParentRoute: () => inside,
  path: '/users/$userId',
  validateSearch: z.object({ change: text }),
  component: lazyRouteComponent(() => import('./users/UserPage'), 'UserPage'),
});

const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: lazyRouteComponent(() => import('./settings/OrganizationsPage'), 'OrganizationsPage'),
});

const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./groups/GroupsPage'), 'GroupsPage'),
});

const group = createRoute({
  getParentRoute: () => inside,
  path: '/groups/$groupId',
  component: lazyRouteComponent(() => import('./groups/GroupPage'), 'GroupPage'),
});

const packages = createRoute({
  getParentRoute: () => inside,
  path: '/packages',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./packages/PackagesPage'), 'PackagesPage'),
});

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./policies/PoliciesPage'), 'PoliciesPage'),
});

const newPolicy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/new',
  component: lazyRouteComponent(() => import('./policies/NewPolicyPage'), 'NewPolicyPage'),
});

const policy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/$policyId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./policies/PolicyPage'), 'PolicyPage'),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./imports/BatchesPage'), 'BatchesPage'),
});

const newImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/new',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./imports/NewImportPage'), 'NewImportPage'),
});

const newUsersUpload = createRoute({
  getParentRoute: () => inside,
  path: '/imports/users',
  component: lazyRouteComponent(() => import('./lifecycle/NewUsersUploadPage'), 'NewUsersUploadPage'),
});

const provision = createRoute({
  getParentRoute: () => inside,
  path: '/imports/provision',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./imports/ProvisionPage'), 'ProvisionPage'),
});

const batch = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$batchId',
  component: lazyRouteComponent(() => import('./imports/BatchPage'), 'BatchPage'),
});

const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  validateSearch: z.object({ tab: text, q: text, status: text, mine: text }),
  component: lazyRouteComponent(() => import('./requests/RequestsPage'), 'RequestsPage'),
});

const request = createRoute({
  getParentRoute: () => inside,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./requests/RequestPage'), 'RequestPage'),
});

const expiry = createRoute({
  getParentRoute: () => inside,
  path: '/requests/expiries/$expiryId',
  component: lazyRouteComponent(() => import('./requests/ExpiryPage'), 'ExpiryPage'),
});

const release = createRoute({
  getParentRoute: () => inside,
  path: '/requests/releases/$releaseId',
  component: lazyRouteComponent(() => import('./requests/ReleasePage'), 'ReleasePage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage'), 'SettingsPage'),
});

const accountPolicies = createRoute({
  getParentRoute: () => inside,
  path: '/governance/account-policies',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./governance/ChecksPage'), 'AccountPoliciesPage'),
});

const compliance = createRoute({
  getParentRoute: () => inside,
  path: '/governance/compliance',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./governance/ChecksPage'), 'CompliancePage'),
});

const newCheck = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/new',
  component: lazyRouteComponent(() => import('./governance/NewCheckPage'), 'NewCheckPage'),
});

const check = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/$checkId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./governance/CheckPage'), 'CheckPage'),
});

const governanceRun = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/runs/$runId',
  component: lazyRouteComponent(() => import('./governance/RunPage'), 'RunPage'),
});

const finding = createRoute({
  getParentRoute: () => inside,
  path: '/governance/findings/$findingId',
  component: lazyRouteComponent(() => import('./governance/FindingPage'), 'FindingPage'),
});

const tree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    log,
    record,
    applications,
    newApplication,
    application,
    accounts,
    account,
    users,
    user,
    organizations,
    groups,
    group,
    packages,
    policies,
    newPolicy,
    policy,
    imports,
    newImport,
    newUsersUpload,
    provision,
    batch,
    accountPolicies,
    compliance,
    newCheck,
    check,
    governanceRun,
    finding,
    requests,
    request,
    expiry,
    release,
    settings,
  ]),
  portal.addChildren([myAccess, catalogue, myRequests, myRequest, approvals]),
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
