import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside, tab } from '../routes';

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  validateSearch: filtered,
  component: page(() => import('./PoliciesPage'), 'PoliciesPage', 'packages', 'policies'),
});

const newPolicy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/new',
  component: page(() => import('./NewPolicyPage'), 'NewPolicyPage', 'packages', 'policies'),
});

const policy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/$policyId',
  validateSearch: tab,
  component: page(() => import('./PolicyPage'), 'PolicyPage', 'imports', 'packages', 'policies', 'rights'),
});

export const policiesRoutes = [policies, newPolicy, policy] as const;
