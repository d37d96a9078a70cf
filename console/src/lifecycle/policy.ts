import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

export const ON_DISABLED = ['DISABLE', 'NOTHING'] as const;
export const ON_DELETED = ['DELETE', 'DISABLE', 'NOTHING'] as const;
export const ON_ENABLED = ['ENABLE_AGAIN', 'NOTHING'] as const;

/** What happens to the accounts of users who are disabled, deleted or enabled again. */
export interface Reactions {
  enabled: boolean;
  onDisabled: (typeof ON_DISABLED)[number];
  onDeleted: (typeof ON_DELETED)[number];
  onEnabled: (typeof ON_ENABLED)[number];
}

export interface GlobalPolicy extends Reactions {
  version: number;
  updatedAt: string;
}

/** What counts for one application; the version is 0 while it has no policy of its own. */
export interface Override extends GlobalPolicy {
  overridden: boolean;
}

export const globalPolicyQuery = queryOptions({
  queryKey: ['/global-policy', 'all'],
  queryFn: ({ signal }) => get<GlobalPolicy>('/global-policy', {}, signal),
});

export const overrideQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['/global-policy', applicationId],
    queryFn: ({ signal }) => get<Override>(`/applications/${applicationId}/global-policy`, {}, signal),
  });

export const reactionsOf = ({ enabled, onDisabled, onDeleted, onEnabled }: Reactions): Reactions => ({ enabled, onDisabled, onDeleted, onEnabled });

export const sameReactions = (one: Reactions, other: Reactions): boolean =>
  one.enabled === other.enabled && one.onDisabled === other.onDisabled && one.onDeleted === other.onDeleted && one.onEnabled === other.onEnabled;
