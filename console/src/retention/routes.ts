import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const retention = createRoute({
  getParentRoute: () => inside,
  path: '/settings/retention',
  component: page(() => import('./RetentionPage'), 'RetentionPage', 'retention'),
});

export const retentionRoutes = [retention] as const;
