import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: page(() => import('./OrganizationsPage'), 'OrganizationsPage'),
});

const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organizations/$organizationId',
  component: page(() => import('./OrganizationPage'), 'OrganizationPage', 'lifecycle'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: page(() => import('./SettingsPage'), 'SettingsPage', 'foureyes', 'keys', 'lifecycle', 'rights', 'signin'),
});

export const settingsRoutes = [organizations, organization, settings] as const;
