import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { endedQuery, hasTyped } from './ended';
import { sessionQuery } from './session';
import { SignInAgain } from './SignInAgain';

vi.mock('@tanstack/react-router', () => ({ useRouter: () => ({}), useNavigate: () => () => {} }));

function Page() {
  const { data: ended } = useQuery(endedQuery);
  return (
    <>
      <input aria-label="Reason" />
      {ended && <SignInAgain />}
    </>
  );
}

it('a page on which nothing was typed is given up', () => {
  expect(hasTyped()).toBe(false);
});

it('what was typed is there again after signing in elsewhere', async () => {
  const session = { kind: 'ADMINISTRATOR', user: { id: '1', userName: 'ada', displayName: 'Ada' }, step: 'NONE' };
  let signedIn = false;
  vi.stubGlobal('fetch', () => Promise.resolve(signedIn ? new Response(JSON.stringify(session)) : new Response('{}', { status: 401 })));
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, session as never);
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider>
        <Page />
      </MantineProvider>
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText('Reason'), 'long');
  expect(hasTyped()).toBe(true);
  queries.setQueryData(endedQuery.queryKey, true);
  await screen.findByText('You have been signed out');
  signedIn = true;
  await waitFor(() => expect(screen.queryByText('You have been signed out')).toBeNull(), { timeout: 10_000 });
  expect((screen.getByLabelText('Reason') as HTMLInputElement).value).toBe('long');
  vi.unstubAllGlobals();
});
