import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { filtered, inside } from '../routes';

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  validateSearch: filtered,
  component: page(() => import('./BatchesPage'), 'BatchesPage', 'imports', 'lifecycle'),
});

const newImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/new',
  validateSearch: filtered,
  component: page(() => import('./NewImportPage'), 'NewImportPage', 'imports'),
});

const provision = createRoute({
  getParentRoute: () => inside,
  path: '/imports/provision',
  validateSearch: filtered,
  component: page(() => import('./ProvisionPage'), 'ProvisionPage', 'imports'),
});

const batch = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$batchId',
  component: page(() => import('./BatchPage'), 'BatchPage', 'imports', 'lifecycle'),
});

export const importsRoutes = [imports, newImport, provision, batch] as const;
