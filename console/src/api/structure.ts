import type { Action, ObjectType, Status } from './tasks';

export type StructureType = Exclude<ObjectType, 'ACCOUNT'>;

export interface StructureState {
  organizations: boolean;
  groups: boolean;
  /** What the connection can be told of. */
  possible: StructureType[];
}

export interface StructureObject {
  id: string;
  objectType: StructureType;
  objectId: string;
  name: string;
  code: string;
  parent: string | null;
  memberCount: number | null;
  remoteId: string | null;
  status: 'REQUESTED' | 'ACTIVE' | 'DELETING';
  updatedAt: string;
  task: { id: string; action: Action; status: Status; waitReason: string | null } | null;
}
