import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { portal } from '../routes';

const myAccess = createRoute({
  getParentRoute: () => portal,
  path: '/access',
  component: lazyRouteComponent(() => import('./MyAccessPage'), 'MyAccessPage'),
});

const catalogue = createRoute({
  getParentRoute: () => portal,
  path: '/request',
  component: lazyRouteComponent(() => import('./CataloguePage'), 'CataloguePage'),
});

const myRequests = createRoute({
  getParentRoute: () => portal,
  path: '/requests',
  component: lazyRouteComponent(() => import('./MyRequestsPage'), 'MyRequestsPage'),
});

const myRequest = createRoute({
  getParentRoute: () => portal,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./PortalRequestPage'), 'PortalRequestPage'),
});

const approvals = createRoute({
  getParentRoute: () => portal,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./ApprovalsPage'), 'ApprovalsPage'),
});

export const portalRoutes = [myAccess, catalogue, myRequests, myRequest, approvals] as const;
