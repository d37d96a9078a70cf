import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../routes';
import { failuresSearch } from './search';

const failures = createRoute({
  getParentRoute: () => inside,
  path: '/failures',
  validateSearch: failuresSearch,
  component: lazyRouteComponent(() => import('./FailuresPage'), 'FailuresPage'),
});

const failureGroup = createRoute({
  getParentRoute: () => inside,
  path: '/failures/$groupId',
  component: lazyRouteComponent(() => import('./FailureGroupPage'), 'FailureGroupPage'),
});

export const failuresRoutes = [failures, failureGroup] as const;
