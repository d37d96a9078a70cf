import { foldGutter } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CodeViewProps } from './CodeView';
import { languages, marked, readOnly, shared } from './setup';
import { languageOf } from './types';

/** Lines from which on parts can be folded away. */
const LONG = 12;

export default function CodeMirrorView({ text, label, marks, language = languageOf(text) }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const foldable = language === 'json' && text.split('\n', LONG + 1).length > LONG;
    const view = new EditorView({
      parent: place.current as HTMLDivElement,
      doc: text,
      extensions: [shared, readOnly(label), languages[language], foldable ? foldGutter() : [], marked(marks ?? [])],
    });
    return () => view.destroy();
  }, [text, label, language, marks]);
  return <div ref={place} data-testid="code" />;
}
