import { useMemo } from 'react';
import styles from './ui.module.css';
import { coloured, isJson, prettyJson, type Piece } from './json';

interface JsonViewProps {
  /** JSON text is shown exactly; a value is written out first. */
  value: unknown;
  raw?: boolean;
  label?: string;
}

const CLASS: Record<Piece['kind'], string | undefined> = {
  key: styles.codeKey,
  string: styles.codeString,
  masked: styles.codeMasked,
  plain: undefined,
};

export function JsonView({ value, raw = false, label }: JsonViewProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const pieces = useMemo<Piece[]>(
    () => (raw || !isJson(text) ? [{ kind: 'plain', text }] : coloured(prettyJson(text))),
    [text, raw],
  );
  return (
    <pre className={styles.code} tabIndex={0} aria-label={label}>
      {pieces.map((piece, i) => (
        <span key={i} className={CLASS[piece.kind]}>
          {piece.text}
        </span>
      ))}
    </pre>
  );
}
