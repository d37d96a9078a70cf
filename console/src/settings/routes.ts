import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../routes';

const organizations = createRoute({
  getParentRoute: () => inside,
  path: '/organizations',
  component: lazyRouteComponent(() => import('./OrganizationsPage'), 'OrganizationsPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
});

export const settingsRoutes = [organizations, settings] as const;
