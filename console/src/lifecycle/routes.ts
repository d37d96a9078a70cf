import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../routes';

const newUsersUpload = createRoute({
  getParentRoute: () => inside,
  path: '/imports/users',
  component: lazyRouteComponent(() => import('./NewUsersUploadPage'), 'NewUsersUploadPage'),
});

export const lifecycleRoutes = [newUsersUpload] as const;
