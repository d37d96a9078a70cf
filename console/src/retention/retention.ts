/** How long things are kept, what is held and who was erased: as the API says it. */

export const PERIODS = '/retention/periods';
export const OWN_PERIODS = '/retention/periods/applications';
export const HOLDS = '/retention/holds';
export const PEOPLE = '/retention/people';
export const PLAN = '/retention/erasures/plan';
export const ERASURES = '/retention/erasures';

/** What has a period, and the member that says its days. */
export const KEPT = ['payloadDays', 'taskDays', 'auditDays'] as const;
export type Kept = (typeof KEPT)[number];

/** Days; what has none is kept for ever. */
export type Period = Partial<Record<Kept, number | null>>;

export interface OwnPeriod extends Period {
  applicationId: string;
  /** None when the application was removed. */
  applicationName?: string | null;
}

export const SUBJECT_TYPES = ['USER', 'APPLICATION', 'TASK'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export interface LegalHold {
  id: string;
  subjectType: SubjectType;
  subjectId: string;
  subjectName?: string | null;
  reason: string;
  placedAt: string;
  placedBy: string;
  liftedAt?: string | null;
  liftedBy?: string | null;
  liftReason?: string | null;
}

/** Of whom something is kept. */
export interface Person {
  id: string;
  name: string;
  stillThere: boolean;
}

export interface ErasurePlan {
  userId: string;
  name?: string | null;
  tasks: number;
  payloads: number;
  entries: number;
  unsettled: number;
  stillThere: boolean;
  holds: LegalHold[];
}

export const PHASES = ['TASKS', 'AUDIT', 'REST', 'DONE'] as const;

export interface Erasure {
  id: string;
  userId: string;
  reason: string;
  by: { name: string };
  orderedAt: string;
  tasks: number;
  entries: number;
  phase: (typeof PHASES)[number];
  tasksDone: number;
  entriesDone: number;
  endedAt?: string | null;
}

const DAY = 86_400_000;

/** What is older than this moment is given up: whole months, in UTC, as the server counts them. */
export function givenUpBefore(days: number, now: Date): Date {
  const over = new Date(now.getTime() - days * DAY);
  return new Date(Date.UTC(over.getUTCFullYear(), over.getUTCMonth(), 1));
}

/** What is kept shorter than before, and so is given up as soon as the period is set. */
export const shortened = (before: Period, after: Period): Kept[] =>
  KEPT.filter((kept) => (after[kept] ?? Infinity) < (before[kept] ?? Infinity));

/** What has to be typed before a person is erased. */
export const confirmationOf = (plan: ErasurePlan) => plan.name ?? plan.userId;

export type Obstacle = 'stillThere' | 'unsettled' | 'held';

/** What has to be seen to before a person can be erased, in the order in which it is done. */
export const obstacles = (plan: ErasurePlan): Obstacle[] => [
  ...(plan.stillThere ? (['stillThere'] as const) : []),
  ...(plan.unsettled > 0 ? (['unsettled'] as const) : []),
  ...(plan.holds.length > 0 ? (['held'] as const) : []),
];

/** Share that is erased, from 0 to 1; records that are still written may come on top. */
export function progress({ phase, tasks, entries, tasksDone, entriesDone }: Erasure): number {
  return phase === 'DONE' ? 1 : Math.min(0.99, (tasksDone + entriesDone) / Math.max(1, tasks + entries));
}
