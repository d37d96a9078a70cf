import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, tab } from '../routes';

const accountPolicies = createRoute({
  getParentRoute: () => inside,
  path: '/governance/account-policies',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./ChecksPage'), 'AccountPoliciesPage'),
});

const compliance = createRoute({
  getParentRoute: () => inside,
  path: '/governance/compliance',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./ChecksPage'), 'CompliancePage'),
});

const newCheck = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/new',
  component: lazyRouteComponent(() => import('./NewCheckPage'), 'NewCheckPage'),
});

const check = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/$checkId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./CheckPage'), 'CheckPage'),
});

const governanceRun = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/runs/$runId',
  component: lazyRouteComponent(() => import('./RunPage'), 'RunPage'),
});

const finding = createRoute({
  getParentRoute: () => inside,
  path: '/governance/findings/$findingId',
  component: lazyRouteComponent(() => import('./FindingPage'), 'FindingPage'),
});

export const governanceRoutes = [accountPolicies, compliance, newCheck, check, governanceRun, finding] as const;
