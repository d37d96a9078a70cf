import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { maySee, rightsOf, useMay } from './rights';
import { Forbidden } from './routes';

/** A page its reader may not see says which right it needs. */
export function RightsGate({ children }: { children: ReactNode }) {
  const may = useMay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [needed] = rightsOf(path);
  if (needed === undefined || maySee(path, may)) {
    return children;
  }
  return (
    <Suspense>
      <Forbidden right={needed} />
    </Suspense>
  );
}
