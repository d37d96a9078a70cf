import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';
import { failuresSearch } from './search';

const failures = createRoute({
  getParentRoute: () => inside,
  path: '/failures',
  validateSearch: failuresSearch,
  component: page(() => import('./FailuresPage'), 'FailuresPage', 'failures'),
});

const failureGroup = createRoute({
  getParentRoute: () => inside,
  path: '/failures/$groupId',
  component: page(() => import('./FailureGroupPage'), 'FailureGroupPage', 'failures'),
});

export const failuresRoutes = [failures, failureGroup] as const;
