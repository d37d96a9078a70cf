import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside, tab } from '../routes';

const accountPolicies = createRoute({
  getParentRoute: () => inside,
  path: '/governance/account-policies',
  validateSearch: tab,
  component: page(() => import('./ChecksPage'), 'AccountPoliciesPage', 'governance'),
});

const compliance = createRoute({
  getParentRoute: () => inside,
  path: '/governance/compliance',
  validateSearch: tab,
  component: page(() => import('./ChecksPage'), 'CompliancePage', 'governance'),
});

const newCheck = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/new',
  component: page(() => import('./NewCheckPage'), 'NewCheckPage', 'governance'),
});

const check = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/$checkId',
  validateSearch: tab,
  component: page(() => import('./CheckPage'), 'CheckPage', 'governance', 'rights'),
});

const governanceRun = createRoute({
  getParentRoute: () => inside,
  path: '/governance/$family/runs/$runId',
  component: page(() => import('./RunPage'), 'RunPage', 'foureyes', 'governance'),
});

const finding = createRoute({
  getParentRoute: () => inside,
  path: '/governance/findings/$findingId',
  component: page(() => import('./FindingPage'), 'FindingPage', 'governance'),
});

export const governanceRoutes = [accountPolicies, compliance, newCheck, check, governanceRun, finding] as const;
