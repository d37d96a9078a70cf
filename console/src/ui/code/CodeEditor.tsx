import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Mark } from './types';

export interface CodeEditorProps {
  /** JSON. */
  text: string;
  label: string;
  /** What is wrong and where. */
  faults: Mark[];
  onChange: (text: string) => void;
}

const CodeMirrorEditor = lazy(() => import('./CodeMirrorEditor'));

export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<Skeleton h={200} />}>
      <CodeMirrorEditor {...props} />
    </Suspense>
  );
}
