import { lazyRouteComponent } from '@tanstack/react-router';
import { textsOf } from './locales/languages';

/**
 * A page that is fetched when it is gone to, together with its texts.
 *
 * @param parts those of locales/…/pages that the page, or what opens on it, speaks of
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the router's own function has it
export function page<Module extends Record<string, any>, Name extends keyof Module>(load: () => Promise<Module>, name: Name, ...parts: string[]) {
  return lazyRouteComponent(() => Promise.all([load(), textsOf(...parts)]).then(([module]) => module), name);
}
