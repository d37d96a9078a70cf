import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Permission } from '../api/directory';
import type { Page } from '../api/list';

/** The first permissions of an application, by the thousand: to choose from; none without an application. */
export function usePermissions(applicationId: string | null) {
  return useQuery({
    queryKey: ['/permissions', 'all', applicationId],
    enabled: applicationId !== null,
    queryFn: async ({ signal }) => {
      const all: Permission[] = [];
      let cursor: string | null | undefined;
      do {
        const page: Page<Permission> = await get<Page<Permission>>('/permissions', { applicationId, limit: 200, cursor }, signal);
        all.push(...page.items);
        cursor = page.next;
      } while (cursor && all.length < 1000);
      return all;
    },
  });
}
