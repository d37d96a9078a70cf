import { useEffect, useRef, useState } from 'react';

interface RowKeys<T> {
  rows: T[];
  onOpen: (row: T) => void;
  /** Further keys that act on the row under the cursor. */
  keys?: Record<string, (row: T) => void>;
  /** Keys that need no row. */
  pageKeys?: Record<string, () => void>;
}

/** Moves a cursor over rows with j, k and the arrows; Enter opens. Silent while something is typed or a dialog is open. */
export function useRowKeys<T>({ rows, onOpen, keys = {}, pageKeys = {} }: RowKeys<T>) {
  const [cursor, setCursor] = useState(-1);
  const latest = useRef({ rows, onOpen, keys, pageKeys, cursor });
  latest.current = { rows, onOpen, keys, pageKeys, cursor };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows, onOpen, keys, pageKeys, cursor } = latest.current;
      if (event.ctrlKey || event.metaKey || event.altKey || busy(event.target)) {
        return;
      }
      const row = rows[cursor];
      const step = STEPS[event.key];
      if (step !== undefined) {
        event.preventDefault();
        // From here on Enter is meant for the row, no longer for what was clicked last.
        document.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
        setCursor(Math.max(0, Math.min(rows.length - 1, cursor + step)));
      } else if (event.key === 'Enter' && row && !onControl(event.target)) {
        onOpen(row);
      } else if (pageKeys[event.key]) {
        event.preventDefault();
        pageKeys[event.key]?.();
      } else if (row && keys[event.key]) {
        event.preventDefault();
        keys[event.key]?.(row);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return { cursor, setCursor };
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]';

const onControl = (target: EventTarget | null) => target instanceof Element && target.closest('a, button, [role=menuitem]') !== null;

function busy(target: EventTarget | null): boolean {
  const typing = target instanceof Element && target.closest(TYPING);
  return Boolean(typing) || document.querySelector('[role=dialog][aria-modal=true]') !== null;
}
