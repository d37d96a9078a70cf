import { createRoute, redirect } from '@tanstack/react-router';
import { page } from '../page';
import { startQuery } from '../api/views';
import { inside } from '../routes';
import { recordSearch } from './recordSearch';
import { logSearch } from './search';
import { startSearch } from './views/views';

const log = createRoute({
  getParentRoute: () => inside,
  path: '/log',
  validateSearch: logSearch,
  beforeLoad: async ({ context, location }) => {
    // Nothing is asked for: the log opens with the view its reader chose.
    if (location.searchStr === '') {
      const start = await context.queries.ensureQueryData(startQuery).then(startSearch, () => null);
      if (start) {
        throw redirect({ to: '/log', search: start, replace: true });
      }
    }
  },
  component: page(() => import('./LogPage'), 'LogPage'),
});

const record = createRoute({
  getParentRoute: () => inside,
  path: '/log/$taskId',
  validateSearch: recordSearch,
  component: page(() => import('./RecordPage'), 'RecordPage', 'advice', 'foureyes', 'policies', 'record', 'repairs', 'rights', 'trail'),
});

export const synclogRoutes = [log, record] as const;
