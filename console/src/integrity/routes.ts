import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const integrity = createRoute({
  getParentRoute: () => inside,
  path: '/settings/integrity',
  component: page(() => import('./IntegrityPage'), 'IntegrityPage', 'integrity'),
});

export const integrityRoutes = [integrity] as const;
