import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside, tab } from '../routes';

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./PoliciesPage'), 'PoliciesPage'),
});

const newPolicy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/new',
  component: lazyRouteComponent(() => import('./NewPolicyPage'), 'NewPolicyPage'),
});

const policy = createRoute({
  getParentRoute: () => inside,
  path: '/policies/$policyId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./PolicyPage'), 'PolicyPage'),
});

export const policiesRoutes = [policies, newPolicy, policy] as const;
