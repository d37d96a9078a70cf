import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside, tab } from '../routes';

const applications = createRoute({
  getParentRoute: () => inside,
  path: '/applications',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./ApplicationsPage'), 'ApplicationsPage'),
});

const newApplication = createRoute({
  getParentRoute: () => inside,
  path: '/applications/new',
  component: lazyRouteComponent(() => import('./NewApplicationPage'), 'NewApplicationPage'),
});

const application = createRoute({
  getParentRoute: () => inside,
  path: '/applications/$applicationId',
  validateSearch: tab,
  component: lazyRouteComponent(() => import('./ApplicationPage'), 'ApplicationPage'),
});

export const applicationsRoutes = [applications, newApplication, application] as const;
