import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { inside } from '../routes';

const proposals = createRoute({
  getParentRoute: () => inside,
  path: '/proposals',
  component: page(() => import('./ProposalsPage'), 'ProposalsPage', 'foureyes'),
});

export const fourEyesRoutes = [proposals] as const;
