import {
  IconAlertCircle,
  IconArrowForwardUp,
  IconBan,
  IconCircleCheck,
  IconClockHour4,
  IconClockPause,
  IconHourglassHigh,
  IconLoader2,
  IconPlugConnectedX,
  IconRefresh,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import type { FailureKind, Status, TaskRow } from '../api/tasks';
import type { Tone } from '../ui/Badge';

/** A status as a reader sees it: the stored ones, and those that are told apart though stored alike. */
export type Shown = Status | 'NO_CALLBACK' | 'RETRYING' | 'BLOCKED';

export interface Look {
  /** Keys of the texts. */
  label: string;
  help: string;
  tone: Tone;
  icon: Icon;
}

const look = (shown: Shown, tone: Tone, icon: Icon): Look => ({
  label: `synclog.status.${shown}.label`,
  help: `synclog.status.${shown}.help`,
  tone,
  icon,
});

/** How every status looks. A new one does not compile until it is here. */
export const LOOKS: Record<Shown, Look> = {
  QUEUED: look('QUEUED', 'gray', IconClockHour4),
  RETRYING: look('RETRYING', 'orange', IconRefresh),
  BLOCKED: look('BLOCKED', 'orange', IconClockPause),
  RUNNING: look('RUNNING', 'blue', IconLoader2),
  AWAITING_CALLBACK: look('AWAITING_CALLBACK', 'blue', IconHourglassHigh),
  SUCCEEDED: look('SUCCEEDED', 'green', IconCircleCheck),
  FAILED: look('FAILED', 'red', IconAlertCircle),
  NO_CALLBACK: look('NO_CALLBACK', 'red', IconPlugConnectedX),
  CONFIRMED: look('CONFIRMED', 'teal', IconUserCheck),
  SUPERSEDED: look('SUPERSEDED', 'gray', IconArrowForwardUp),
  CANCELLED: look('CANCELLED', 'gray', IconBan),
};

type Derivable = { status: Status; failureKind?: FailureKind | null; retrying?: boolean; blockedBy?: TaskRow['blockedBy'] };

export function shownStatus({ status, failureKind, retrying, blockedBy }: Derivable): Shown {
  switch (status) {
    case 'FAILED':
      return failureKind === 'NO_CALLBACK' ? 'NO_CALLBACK' : 'FAILED';
    case 'QUEUED':
      return blockedBy ? 'BLOCKED' : retrying ? 'RETRYING' : 'QUEUED';
    case 'RUNNING':
    case 'AWAITING_CALLBACK':
    case 'SUCCEEDED':
    case 'CONFIRMED':
    case 'SUPERSEDED':
    case 'CANCELLED':
      return status;
  }
}
