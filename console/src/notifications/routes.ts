import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { inside, text } from '../routes';

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  validateSearch: z.object({ tab: text, rule: text, channel: text, status: text }),
  component: page(() => import('./NotificationsPage'), 'NotificationsPage', 'notifications'),
});

const newRule = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/rules/new',
  component: page(() => import('./NewRulePage'), 'NewRulePage', 'notifications'),
});

const rule = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/rules/$ruleId',
  component: page(() => import('./RulePage'), 'RulePage', 'notifications', 'rights'),
});

const newChannel = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/channels/new',
  component: page(() => import('./NewChannelPage'), 'NewChannelPage', 'notifications'),
});

const channel = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/channels/$channelId',
  component: page(() => import('./ChannelPage'), 'ChannelPage', 'notifications', 'rights'),
});

export const notificationsRoutes = [notifications, newRule, rule, newChannel, channel] as const;
