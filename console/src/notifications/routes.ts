import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { inside, text } from '../routes';

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  validateSearch: z.object({ tab: text, rule: text, channel: text, status: text }),
  component: lazyRouteComponent(() => import('./NotificationsPage'), 'NotificationsPage'),
});

const newRule = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/rules/new',
  component: lazyRouteComponent(() => import('./NewRulePage'), 'NewRulePage'),
});

const rule = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/rules/$ruleId',
  component: lazyRouteComponent(() => import('./RulePage'), 'RulePage'),
});

const newChannel = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/channels/new',
  component: lazyRouteComponent(() => import('./NewChannelPage'), 'NewChannelPage'),
});

const channel = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/channels/$channelId',
  component: lazyRouteComponent(() => import('./ChannelPage'), 'ChannelPage'),
});

export const notificationsRoutes = [notifications, newRule, rule, newChannel, channel] as const;
