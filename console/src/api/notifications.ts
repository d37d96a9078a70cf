export const CHANNEL_KINDS = ['MAIL', 'WEBHOOK', 'FEISHU_BOT'] as const;
export const CONDITION_KINDS = ['FAILURE_SHARE', 'BACKLOG_AGE', 'NO_ACTIVITY', 'HELD', 'RUN_HELD'] as const;
export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'] as const;
export const DELIVERY_STATUSES = ['PENDING', 'SENDING', 'SENT', 'GIVEN_UP'] as const;
export const MESSAGE_TYPES = ['TEST', 'OPENED', 'STILL', 'OVER'] as const;
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];
export type ConditionKind = (typeof CONDITION_KINDS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
export type MessageType = (typeof MESSAGE_TYPES)[number];

export interface ChannelBody {
  name: string;
  kind: ChannelKind;
  enabled: boolean;
  language: string;
  settings: Record<string, string>;
  /** What is left out stays as it is; null removes it. */
  secrets: Record<string, string | null>;
}

export interface Channel extends Omit<ChannelBody, 'secrets'> {
  id: string;
  secrets: Record<string, boolean>;
  lastDelivery: { id: string; status: DeliveryStatus; result: string | null; createdAt: string } | null;
  version: number;
}

export interface TestResult {
  deliveryId: string;
  sent: boolean;
  message: string;
}

export interface Hours {
  from: string;
  to: string;
  zone: string;
  days: string[];
}

export type Condition =
  | { kind: 'FAILURE_SHARE'; percent: number; minutes: number; atLeast: number }
  | { kind: 'BACKLOG_AGE'; minutes: number }
  | { kind: 'NO_ACTIVITY'; minutes: number; hours: Hours | null }
  | { kind: 'HELD'; minutes: number; which: 'ALL' | 'REMOVALS' }
  | { kind: 'RUN_HELD' };

export interface RuleBody {
  name: string;
  enabled: boolean;
  condition: Condition;
  applicationIds: string[];
  severity: Severity;
  channelIds: string[];
  repeatMinutes: number | null;
  tellWhenOver: boolean;
  withNames: boolean;
  quiet: Hours | null;
}

interface Named {
  id: string;
  name: string;
}

export interface Rule extends RuleBody {
  id: string;
  applications: Named[];
  channels: Named[];
  mute: { until: string; by: string; because: string | null } | null;
  lookedAt: string | null;
  problem: string | null;
  /** How many are open. */
  alerts: number;
  version: number;
}

/** What a rule would say. */
export interface Line {
  applicationId: string | null;
  applicationName: string | null;
  title: string;
  summary: string[];
  path: string;
}

export interface Alert extends Line {
  id: string;
  ruleId: string;
  ruleName: string;
  severity: Severity;
  openedAt: string;
  endedAt: string | null;
  told: number;
  toldAt: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
}

export interface Message {
  type: MessageType;
  severity: Severity;
  title: string;
  summary: string[];
  facts: { label: string; value: string }[];
  link: string | null;
}

export interface Delivery {
  id: string;
  channelId: string;
  channelName: string;
  channelKind: ChannelKind;
  ruleId: string | null;
  ruleName: string | null;
  message: Message;
  status: DeliveryStatus;
  attempts: number;
  mostAttempts: number;
  nextTryAt: string | null;
  result: string | null;
  createdAt: string;
  endedAt: string | null;
}

export interface DeliveryDetail {
  delivery: Delivery;
  attempts: { number: number; beganAt: string; endedAt: string | null; result: string | null }[];
}

export const PATHS = {
  channels: '/notifications/channels',
  rules: '/notifications/rules',
  alerts: '/notifications/alerts',
  deliveries: '/notifications/deliveries',
} as const;
