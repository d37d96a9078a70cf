import {
  IconAlertCircle,
  IconArrowForwardUp,
  IconBan,
  IconCircleCheck,
  IconClockPause,
  IconEdit,
  IconEye,
  IconHourglassHigh,
  IconMailDown,
  IconPlayerPlay,
  IconPlugConnectedX,
  IconPlus,
  IconPoint,
  IconRefresh,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import type { Tone } from '../../ui/Badge';

const LOOKS: Record<string, [Tone, Icon]> = {
  OPENED: ['gray', IconPlus],
  STARTED: ['blue', IconPlayerPlay],
  SUCCEEDED: ['green', IconCircleCheck],
  FAILED: ['red', IconAlertCircle],
  RETRY_LATER: ['orange', IconRefresh],
  THROTTLED: ['orange', IconClockPause],
  AWAITING_CALLBACK: ['blue', IconHourglassHigh],
  CALLBACK: ['blue', IconMailDown],
  LEASE_LOST: ['orange', IconPlugConnectedX],
  LATE_RESULT: ['gray', IconPlugConnectedX],
  NO_CALLBACK: ['red', IconPlugConnectedX],
  RETRIED: ['blue', IconRefresh],
  MODIFIED: ['blue', IconEdit],
  CONFIRMED: ['teal', IconUserCheck],
  PROPOSED: ['blue', IconUserCheck],
  DECLINED: ['gray', IconBan],
  CANCELLED: ['gray', IconBan],
  SUPERSEDED: ['gray', IconArrowForwardUp],
  FOLDED: ['gray', IconArrowForwardUp],
  WAITING: ['gray', IconClockPause],
  RELEASED: ['blue', IconPlayerPlay],
  REVEALED: ['gray', IconEye],
  PASSED: ['gray', IconArrowForwardUp],
};

/** How a step of the operation log looks; a step this console does not know yet is a plain point. */
export const eventLook = (event: string): [Tone, Icon] => LOOKS[event] ?? ['gray', IconPoint];

export const KNOWN_EVENTS = Object.keys(LOOKS);
