import { Loader } from '@mantine/core';
import { lazy, Suspense, type ComponentType } from 'react';

/** A part of a page that most do not open, as a tab's: fetched when it is first shown. */
export function later<P extends object>(part: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await part() })) as unknown as ComponentType<P>;
  return function Later(props: P) {
    return (
      <Suspense fallback={<Loader size="sm" />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
