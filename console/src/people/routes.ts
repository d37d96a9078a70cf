import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const people = createRoute({
  getParentRoute: () => inside,
  path: '/settings/people',
  component: page(() => import('./PeoplePage'), 'PeoplePage', 'rights', 'signin'),
});

export const peopleRoutes = [people] as const;
