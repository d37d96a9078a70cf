import { page } from '../page';

/** Stands in the place of a page its reader may not see; it has no address of its own. */
export const Forbidden = page(() => import('./Forbidden'), 'Forbidden', 'rights');
