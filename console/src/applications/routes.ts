import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside, tab } from '../routes';

const applications = createRoute({
  getParentRoute: () => inside,
  path: '/applications',
  validateSearch: filtered,
  component: page(() => import('./ApplicationsPage'), 'ApplicationsPage'),
});

const newApplication = createRoute({
  getParentRoute: () => inside,
  path: '/applications/new',
  component: page(() => import('./NewApplicationPage'), 'NewApplicationPage'),
});

const application = createRoute({
  getParentRoute: () => inside,
  path: '/applications/$applicationId',
  validateSearch: tab,
  component: page(() => import('./ApplicationPage'), 'ApplicationPage', 'foureyes', 'imports', 'lifecycle', 'reconciliation', 'requests', 'rights', 'structure'),
});

export const applicationsRoutes = [applications, newApplication, application] as const;
