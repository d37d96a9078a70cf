import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../session/session';

/** Fine rights, named as the API names them. */
export type Right =
  | 'SIGN_IN'
  | 'SEE_TASKS'
  | 'SEE_PAYLOADS'
  | 'SEE_PERSONAL'
  | 'REVEAL_PERSONAL'
  | 'RETRY'
  | 'MODIFY'
  | 'CONFIRM'
  | 'CONFIRM_DELETIONS'
  | 'CANCEL'
  | 'BULK_REPAIR'
  | 'HANDLE_FAILURES'
  | 'SEE_APPLICATIONS'
  | 'CHANGE_ACCOUNTS'
  | 'ADMINISTER_APPLICATIONS'
  | 'SEE_PEOPLE'
  | 'ADMINISTER_PEOPLE'
  | 'SEE_POLICIES'
  | 'ADMINISTER_POLICIES'
  | 'SEE_REQUESTS'
  | 'DECIDE_REQUESTS'
  | 'SEE_GOVERNANCE'
  | 'RUN_GOVERNANCE'
  | 'SEE_NOTIFICATIONS'
  | 'ADMINISTER_NOTIFICATIONS'
  | 'SEE_AUDIT'
  | 'MAKE_TOKENS'
  | 'ADMINISTER_ACCESS'
  | 'ADMINISTER_RETENTION'
  | 'ADMINISTER_SETTINGS'
  | 'MONITOR'
  | 'INBOUND_SCIM';

/** What the pages below an address need, one of these; the longest beginning counts. */
const PAGES: Record<string, Right[] | undefined> = {
  '/dashboard': ['SEE_TASKS'],
  '/log': ['SEE_TASKS'],
  '/failures': ['SEE_TASKS'],
  '/repairs': ['SEE_TASKS'],
  '/applications': ['SEE_APPLICATIONS'],
  '/applications/new': ['ADMINISTER_APPLICATIONS'],
  '/accounts': ['SEE_APPLICATIONS'],
  '/users': ['SEE_PEOPLE'],
  '/organizations': ['SEE_PEOPLE'],
  '/groups': ['SEE_PEOPLE'],
  '/policies': ['SEE_POLICIES'],
  '/policies/new': ['ADMINISTER_POLICIES'],
  '/packages': ['SEE_POLICIES'],
  '/requests': ['SEE_REQUESTS'],
  '/imports': ['SEE_APPLICATIONS'],
  '/imports/new': ['CHANGE_ACCOUNTS'],
  '/imports/users': ['ADMINISTER_PEOPLE'],
  '/imports/provision': ['CHANGE_ACCOUNTS'],
  '/governance': ['SEE_GOVERNANCE'],
  '/governance/account-policies/new': ['ADMINISTER_POLICIES'],
  '/governance/compliance/new': ['ADMINISTER_POLICIES'],
  '/notifications': ['SEE_NOTIFICATIONS'],
  '/notifications/rules/new': ['ADMINISTER_NOTIFICATIONS'],
  '/notifications/channels/new': ['ADMINISTER_NOTIFICATIONS'],
  '/settings/people': ['ADMINISTER_ACCESS'],
  '/settings/sign-in': ['ADMINISTER_ACCESS'],
  '/settings/audit': ['SEE_AUDIT'],
  '/settings/integrity': ['SEE_AUDIT'],
  '/settings/retention': ['ADMINISTER_RETENTION'],
  '/proposals': ['CONFIRM_DELETIONS', 'BULK_REPAIR', 'RUN_GOVERNANCE'],
};

/** What the page at an address needs, one of these; nothing when it is for everybody who is signed in. */
export function rightsOf(path: string): Right[] {
  for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const needed = PAGES[at];
    if (needed) {
      return needed;
    }
  }
  return [];
}

/** Says what is worth offering; the server decides again. Until it is known who is signed in, everything is. */
export function useMay(): (right: Right) => boolean {
  const rights = useQuery({ ...sessionQuery, enabled: false }).data?.rights;
  return (right) => rights === undefined || rights.includes(right);
}

/** Whether the caller may see the page at an address. */
export const maySee = (path: string, may: (right: Right) => boolean) => {
  const needed = rightsOf(path);
  return needed.length === 0 || needed.some(may);
};
