import type { UserStatus } from '../api/directory';

export interface UserGroup {
  id: string;
  name: string;
  description: string | null;
  /** The id it has with the client that provisions it. */
  externalId: string | null;
  members: number;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface GroupMember {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  status: UserStatus;
  since: string;
}

/** What is read anew when groups change: their members are users, whose change may write tasks. */
export const TOUCHED = ['/groups', '/users', '/tasks', '/accounts'];
