import { createRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { page } from '../page';
import { inside, portal, root, text } from '../routes';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: text, refused: text }),
  component: page(() => import('./SignInPage'), 'SignInPage', 'signin'),
});

const mine = createRoute({
  getParentRoute: () => inside,
  path: '/my-sign-in',
  component: page(() => import('../signin/MySignInPage'), 'MySignInPage', 'signin'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/sign-in',
  component: page(() => import('../signin/SignInSettingsPage'), 'SignInSettingsPage', 'signin'),
});

const minePortal = createRoute({
  getParentRoute: () => portal,
  path: '/sign-in',
  component: page(() => import('../signin/MySignInPage'), 'MySignInPage', 'signin'),
});

export const signInRoutes = [signIn] as const;
export const ownSignInRoutes = [mine, settings] as const;
export const portalSignInRoutes = [minePortal] as const;
