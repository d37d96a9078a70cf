import type { TFunction } from 'i18next';
import type { Action, Change, Source, Status } from '../api/tasks';

export type HistoryKind = 'CREATED' | 'EDITED' | 'MOVED' | 'ENABLED' | 'DISABLED' | 'DELETED' | 'PERMISSIONS';

export interface PermissionItem {
  permissionId: string;
  permission: string;
  applicationId: string;
  application: string;
  endsAt: string | null;
}

export interface HistoryEntry {
  id: string;
  kind: HistoryKind;
  sentence: string;
  at: string;
  actor: { kind: string; id: string | null; name: string };
  differences: { field: string; before: unknown; after: unknown }[];
  bound: PermissionItem[];
  unbound: PermissionItem[];
  tasks: { id: string; applicationName: string; objectName: string; action: Action; source: Source; status: Status }[];
}

/** The fields that have a word; all others are further attributes, which go by their own name. */
const WORDS: Record<string, string> = {
  userName: 'users.userName',
  displayName: 'users.displayName',
  givenName: 'users.givenName',
  familyName: 'users.familyName',
  email: 'users.email',
  phone: 'users.phone',
  employeeNumber: 'users.employeeNumber',
  organization: 'organizations.one',
  manager: 'users.manager',
  status: 'common.status',
  groups: 'users.groups',
  name: 'common.name',
  code: 'organizations.code',
  parent: 'organizations.parent',
};

/** What the entry's kind says already is not said again. */
const STATUS_KINDS: HistoryKind[] = ['ENABLED', 'DISABLED', 'DELETED'];

/** The differences of an entry in words. */
export function differencesOf(t: TFunction, { kind, differences }: HistoryEntry): Change[] {
  const said = STATUS_KINDS.includes(kind);
  return differences.filter(({ field }) => !(said && field === 'status')).map(({ field, before, after }) => {
    const word = WORDS[field];
    return { path: word ? t(word) : field.replace(/^attributes\./, ''), before: inWords(t, field, before), after: inWords(t, field, after) };
  });
}

const inWords = (t: TFunction, field: string, value: unknown) => (field === 'status' && value ? t(`users.status.${String(value)}`) : value);
