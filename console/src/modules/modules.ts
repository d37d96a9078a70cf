import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';

export interface Modules {
  lifecycleManagement: boolean;
  identityGovernance: boolean;
  version: number;
}

/** Which modules are on; asked again now and then, for another administrator may switch them. */
export const modulesQuery = queryOptions({
  queryKey: ['/modules'],
  queryFn: ({ signal }) => get<Modules>('/modules', {}, signal),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** What a part of the console needs: the log one of the modules, governance its own. */
export type Needs = 'log' | 'governance';

export function isOn(needs: Needs, modules: Modules | undefined): boolean {
  if (!modules) {
    return true;
  }
  switch (needs) {
    case 'log':
      return modules.lifecycleManagement || modules.identityGovernance;
    case 'governance':
      return modules.identityGovernance;
  }
}

const LOG = ['/dashboard', '/log', '/failures', '/repairs'];

/** What the page at an address needs; null when it is always there. */
export function needsOf(path: string): Needs | null {
  const isIn = (part: string) => path === part || path.startsWith(`${part}/`);
  return LOG.some(isIn) ? 'log' : isIn('/governance') ? 'governance' : null;
}

export function useModules(): Modules | undefined {
  return useQuery(modulesQuery).data;
}
