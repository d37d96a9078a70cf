import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { get, post, remove } from '../api/client';
import type { Session } from '../api/directory';
import { Problem } from '../api/problem';
import { notify } from '../ui/notify';
import { endedQuery } from './ended';

/** Who is signed in; null when nobody is. */
export const readSession = () =>
  get<Session>('/session').catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) {
      return null;
    }
    throw error;
  });

export const sessionQuery = queryOptions({ queryKey: ['/session'], queryFn: readSession, staleTime: Infinity });

export function useSignIn(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { userName: string; password: string }) => post<Session>('/session', credentials),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      onDone();
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => remove<{ continueAt: string } | undefined>('/session'),
    onSuccess: async (signedOut) => {
      if (signedOut) {
        // The identity provider signs out too, and sends the browser back.
        window.location.assign(signedOut.continueAt);
        return;
      }
      queries.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/sign-in', search: {} });
      // A list that was read in between may have found the session ended; here it was ended on purpose.
      queries.setQueryData(endedQuery.queryKey, false);
      queries.clear();
    },
    onError: notify.failed,
  });
}

export function useChangePassword(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (passwords: { currentPassword: string; newPassword: string }) => post('/session/password', passwords),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onDone();
    },
  });
}
