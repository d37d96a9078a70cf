import './withoutEval';
import './mantine';
import './i18n';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClientWith } from './api/queries';
import { routerWith } from './router';
import { speakAsBefore } from './locales/languages';
import { endedQuery, hasTyped } from './session/ended';
import { theme } from './theme';
import { ClockProvider } from './ui/TimeText';

const queries = queryClientWith(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in' && hasTyped()) {
    queries.setQueryData(endedQuery.queryKey, true);
    return;
  }
  queries.removeQueries({ queryKey: ['/session'] });
  if (pathname !== '/sign-in') {
    void router.navigate({ to: '/sign-in', search: { to: href } });
  }
});
const router = routerWith(queries);

await speakAsBefore();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <ClockProvider>
          <RouterProvider router={router} />
        </ClockProvider>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
