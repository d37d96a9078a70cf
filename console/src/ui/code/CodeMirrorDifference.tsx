import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CodeDifferenceProps } from './CodeDifference';
import { languages, readOnly, shared } from './setup';
import { languageOf } from './types';

const differences = EditorView.theme({
  '.cm-changedLine': { backgroundColor: 'var(--sl-hover)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': { background: 'var(--sl-removed)', color: 'var(--sl-removed-text)' },
  '&.cm-merge-b .cm-changedText, .cm-changedText': { background: 'var(--sl-added)', color: 'var(--sl-added-text)' },
  '.cm-changedText span, .cm-deletedText span': { color: 'inherit' },
  '.cm-deletedChunk': { backgroundColor: 'var(--sl-hover)' },
  '.cm-collapsedLines': { background: 'var(--sl-quiet)', color: 'var(--mantine-color-text)', fontFamily: 'var(--mantine-font-family)' },
});

const UNCHANGED = { margin: 2, minSize: 6 };

export default function CodeMirrorDifference({ before, after, beforeLabel, afterLabel, unchanged, narrow }: CodeDifferenceProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = place.current as HTMLDivElement;
    const around = (text: string, label: string): Extension[] => [
      shared,
      differences,
      readOnly(label),
      languages[languageOf(text)],
      EditorState.phrases.of({ '$ unchanged lines': unchanged }),
    ];
    const view = narrow
      ? new EditorView({
          parent,
          doc: after,
          extensions: [around(after, afterLabel), unifiedMergeView({ original: before, mergeControls: false, gutter: false, collapseUnchanged: UNCHANGED })],
        })
      : new MergeView({
          parent,
          a: { doc: before, extensions: around(before, beforeLabel) },
          b: { doc: after, extensions: around(after, afterLabel) },
          gutter: false,
          collapseUnchanged: UNCHANGED,
        });
    return () => view.destroy();
  }, [before, after, beforeLabel, afterLabel, unchanged, narrow]);
  return <div ref={place} data-testid="code-difference" />;
}
