import type { TFunction } from 'i18next';
import type { Grant, Policy, PolicyDraft } from '../api/policies';

export const NEW_POLICY: PolicyDraft = { name: '', description: null, condition: '', onLeaving: 'UNBIND', grants: [], enabled: true };

/** What can be saved of a policy. */
export const draftOf = ({ name, description, condition, onLeaving, grants, enabled }: Policy): PolicyDraft => ({ name, description, condition, onLeaving, grants, enabled });

/** Whether the draft can be tried out and saved. */
export const isComplete = ({ name, condition, grants }: PolicyDraft) => name.trim() !== '' && condition.trim() !== '' && grants.length > 0;

/** A grant in a few words. */
export function nameOf(t: TFunction, grant: Grant): string {
  if (grant.packageId) {
    return grant.packageName ?? grant.packageId;
  }
  return grant.permissionId ? `${grant.permissionName} (${grant.applicationName})` : t('packages.accountIn', { application: grant.applicationName });
}
