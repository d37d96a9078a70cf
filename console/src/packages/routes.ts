import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside } from '../routes';

const packages = createRoute({
  getParentRoute: () => inside,
  path: '/packages',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./PackagesPage'), 'PackagesPage'),
});

export const packagesRoutes = [packages] as const;
