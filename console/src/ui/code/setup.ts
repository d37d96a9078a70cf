import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { ldif } from './ldif';
import type { CodeLanguage, Mark } from './types';

/** The console's own colours, which follow its colour scheme. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--sl-key)' },
  { tag: tags.string, color: 'var(--sl-added-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sl-number)' },
  { tag: [tags.comment, tags.separator], color: 'var(--mantine-color-dimmed)' },
]);

export const look = EditorView.theme({
  '&': { fontSize: '12px', color: 'var(--mantine-color-text)', backgroundColor: 'var(--sl-code)', borderRadius: '8px', border: '1px solid var(--sl-border)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55', maxHeight: '480px', overflow: 'auto' },
  '.cm-content': { padding: '9px 0', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 11px', overflowWrap: 'anywhere' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--mantine-color-dimmed)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--sl-hover)' },
  '.cm-mark': { color: 'var(--mantine-color-text)', backgroundColor: 'var(--sl-mark)', borderRadius: '3px', padding: '0 3px', cursor: 'help' },
  '.cm-mark span': { color: 'inherit' },
  '.cm-tooltip': { backgroundColor: 'var(--sl-surface)', border: '1px solid var(--sl-border)', borderRadius: '6px' },
  '.cm-diagnostic': { fontFamily: 'var(--mantine-font-family)', color: 'var(--mantine-color-text)' },
});

export const languages: Record<CodeLanguage, Extension> = { json: json(), ldif, plain: [] };

/** Read only, and still reached by the keyboard: to scroll and to select. */
export const readOnly = (label: string): Extension => [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label }),
];

export const shared: Extension = [look, syntaxHighlighting(colours), EditorView.lineWrapping];

export const marked = (marks: Mark[]): Extension =>
  EditorView.decorations.of(
    Decoration.set(
      marks.map(({ from, to, title }) => Decoration.mark({ class: 'cm-mark', attributes: { title } }).range(from, to)),
      true,
    ),
  );
