import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filtered, inside } from '../routes';

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./BatchesPage'), 'BatchesPage'),
});

const newImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/new',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./NewImportPage'), 'NewImportPage'),
});

const provision = createRoute({
  getParentRoute: () => inside,
  path: '/imports/provision',
  validateSearch: filtered,
  component: lazyRouteComponent(() => import('./ProvisionPage'), 'ProvisionPage'),
});

const batch = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$batchId',
  component: lazyRouteComponent(() => import('./BatchPage'), 'BatchPage'),
});

export const importsRoutes = [imports, newImport, provision, batch] as const;
