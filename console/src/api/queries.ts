import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** The client of all queries. `signedOut` is called when the server no longer knows the session. */
export function queryClientWith(signedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Problem && error.status === 401 && query.queryKey[0] !== '/session') {
          signedOut();
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => !(error instanceof Problem) && count < 2,
      },
    },
  });
}
