import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';

export interface CodeDifferenceProps {
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
  /** Stands for folded lines; "$" is their number. */
  unchanged: string;
  /** One under the other instead of side by side. */
  narrow: boolean;
}

const CodeMirrorDifference = lazy(() => import('./CodeMirrorDifference'));

/** Two texts side by side, what differs in colour, what does not folded away. */
export function CodeDifference(props: CodeDifferenceProps) {
  return (
    <Suspense fallback={<Skeleton h={120} />}>
      <CodeMirrorDifference {...props} />
    </Suspense>
  );
}
