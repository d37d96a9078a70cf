import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside } from '../routes';

const packages = createRoute({
  getParentRoute: () => inside,
  path: '/packages',
  validateSearch: filtered,
  component: page(() => import('./PackagesPage'), 'PackagesPage', 'packages', 'requests', 'rights'),
});

export const packagesRoutes = [packages] as const;
