import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside } from '../routes';

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: filtered,
  component: page(() => import('./AccountsPage'), 'AccountsPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$accountId',
  component: page(() => import('./AccountPage'), 'AccountPage', 'governance', 'reconciliation'),
});

export const accountsRoutes = [accounts, account] as const;
