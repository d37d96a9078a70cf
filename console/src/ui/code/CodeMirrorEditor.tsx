import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CodeEditorProps } from './CodeEditor';
import { languages, shared } from './setup';

/** The tabulator leaves the editor, as in every other field; whoever wants to indent types spaces. */
export default function CodeMirrorEditor({ text, label, faults, onChange }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef(onChange);
  told.current = onChange;
  const first = useRef(text);

  useEffect(() => {
    const editor = new EditorView({
      parent: place.current as HTMLDivElement,
      doc: first.current,
      extensions: [
        shared,
        languages.json,
        lineNumbers(),
        lintGutter(),
        history(),
        bracketMatching(),
        highlightActiveLine(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => update.docChanged && told.current(update.state.doc.toString())),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== text) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    }
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (editor) {
      const end = editor.state.doc.length;
      const diagnostics = faults.map(({ from, to, title }) => ({ from: Math.min(from, end), to: Math.min(to, end), message: title, severity: 'error' as const }));
      editor.dispatch(setDiagnostics(editor.state, diagnostics));
    }
  }, [faults, text]);

  return <div ref={place} data-testid="code-editor" />;
}
