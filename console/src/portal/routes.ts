import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { portal } from '../routes';

const myAccess = createRoute({
  getParentRoute: () => portal,
  path: '/access',
  component: page(() => import('./MyAccessPage'), 'MyAccessPage', 'portal', 'requests'),
});

const catalogue = createRoute({
  getParentRoute: () => portal,
  path: '/request',
  component: page(() => import('./CataloguePage'), 'CataloguePage', 'portal', 'requests'),
});

const myRequests = createRoute({
  getParentRoute: () => portal,
  path: '/requests',
  component: page(() => import('./MyRequestsPage'), 'MyRequestsPage', 'portal', 'requests'),
});

const myRequest = createRoute({
  getParentRoute: () => portal,
  path: '/requests/$requestId',
  component: page(() => import('./PortalRequestPage'), 'PortalRequestPage', 'portal', 'requests'),
});

const approvals = createRoute({
  getParentRoute: () => portal,
  path: '/approvals',
  component: page(() => import('./ApprovalsPage'), 'ApprovalsPage', 'portal', 'requests'),
});

export const portalRoutes = [myAccess, catalogue, myRequests, myRequest, approvals] as const;
