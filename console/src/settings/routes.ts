import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../routes';

const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: lazyRouteComponent(() => import('./OrganizationsPage'), 'OrganizationsPage'),
});

const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organizations/$organizationId',
  component: lazyRouteComponent(() => import('./OrganizationPage'), 'OrganizationPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
});

export const settingsRoutes = [organizations, organization, settings] as const;
