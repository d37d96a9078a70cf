import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const newUsersUpload = createRoute({
  getParentRoute: () => inside,
  path: '/imports/users',
  component: page(() => import('./NewUsersUploadPage'), 'NewUsersUploadPage', 'imports', 'lifecycle'),
});

export const lifecycleRoutes = [newUsersUpload] as const;
