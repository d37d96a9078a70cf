import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Organization } from '../api/directory';
import type { Page } from '../api/list';

/** All organizations: the tree is small enough to be read whole, page by page. */
export function useOrganizations() {
  return useQuery({
    queryKey: ['/organizations', 'all'],
    queryFn: async ({ signal }) => {
      const all: Organization[] = [];
      let cursor: string | null | undefined;
      do {
        const page: Page<Organization> = await get<Page<Organization>>('/organizations', { limit: 200, cursor }, signal);
        all.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return all;
    },
  });
}

export interface Placed {
  organization: Organization;
  depth: number;
}

/** The organizations as a tree is read: each below its parent, by name. What has no known parent stands at the top. */
export function inTreeOrder(organizations: Organization[]): Placed[] {
  const ids = new Set(organizations.map((organization) => organization.id));
  const parentOf = ({ parentId }: Organization) => (parentId && ids.has(parentId) ? parentId : null);
  const below = (parent: string | null, depth: number): Placed[] =>
    organizations
      .filter((organization) => parentOf(organization) === parent)
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((organization) => [{ organization, depth }, ...below(organization.id, depth + 1)]);
  return below(null, 0);
}
