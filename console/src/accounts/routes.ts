import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside } from '../routes';

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./AccountsPage'), 'AccountsPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$accountId',
  component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
});

export const accountsRoutes = [accounts, account] as const;
