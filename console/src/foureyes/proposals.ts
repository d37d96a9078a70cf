/** Acts that need a second person, as the API says it. */
export interface Proposal {
  id: string;
  kind: 'CONFIRM_DELETION' | 'BULK_REPAIR' | 'RELEASE_HELD';
  subjectId: string;
  subject: string;
  reason: string | null;
  status: 'OPEN' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'LAPSED';
  proposer: { name: string };
  proposedAt: string;
  expiresAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decision: string | null;
  mine: boolean;
  mayDecide: boolean;
}

export interface FourEyesRule {
  own: boolean;
  confirmDeletions: boolean;
  bulkRepairOver: number | null;
  releaseHeld: boolean;
  version: number;
}

/** What is read anew after a decision: it is carried out at once. */
export const TOUCHED = ['/proposals', '/tasks', '/repairs', '/accounts', '/account-policies', '/compliance/rules'];
