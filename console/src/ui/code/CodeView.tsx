import { lazy, Suspense } from 'react';
import styles from '../ui.module.css';
import type { CodeLanguage, Mark } from './types';

export interface CodeViewProps {
  text: string;
  label: string;
  /** Told by the text where it is left out. */
  language?: CodeLanguage;
  marks?: Mark[];
}

const CodeMirrorView = lazy(() => import('./CodeMirrorView'));

/** A text to be read, scrolled, folded and copied. The editor that shows it is fetched where there is one, and nowhere else. */
export function CodeView(props: CodeViewProps) {
  return (
    <Suspense fallback={<pre className={styles.code}>{props.text}</pre>}>
      <CodeMirrorView {...props} />
    </Suspense>
  );
}
