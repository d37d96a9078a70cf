/** The audit, as the server tells it. */
export const OUTCOMES = ['DONE', 'REFUSED', 'FAILED', 'REPEATED', 'UNKNOWN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface AuditEntry {
  id: string;
  at: string;
  actor: { kind: 'SYSTEM' | 'ADMINISTRATOR' | 'API_TOKEN' | 'USER' | null; id: string | null; name: string | null };
  act: string;
  object: { type: string | null; id: string | null; name: string | null };
  applicationId: string | null;
  reason: string | null;
  remoteAddress: string | null;
  outcome: Outcome | null;
  code: string | null;
  status: number | null;
  times: number;
}

export interface AuditDetail {
  entry: AuditEntry;
  before: unknown;
  after: unknown;
  method: string | null;
  path: string | null;
  userAgent: string | null;
  requestId: string | null;
  endedAt: string | null;
}

export const AUDIT = '/audit';
