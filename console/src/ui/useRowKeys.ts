import { useEffect, useRef, useState } from 'react';

interface RowKeys<T> {
  rows: T[];
  /** With it the cursor stays at its row when rows come before it. */
  rowId?: (row: T) => string;
  /** Where the cursor was is remembered under this name until the page is loaded anew; needs `rowId`. */
  memory?: string;
  onOpen: (row: T) => void;
  /** Further keys that act on the row under the cursor. */
  keys?: Record<string, (row: T, index: number) => void>;
  /** Keys that need no row. */
  pageKeys?: Record<string, () => void>;
}

interface Cursor {
  index: number;
  id?: string;
}

const NOWHERE: Cursor = { index: -1 };
const remembered = new Map<string, Cursor>();

/** Moves a cursor over rows with j, k and the arrows; Enter opens. Silent while something is typed or a dialog is open. */
export function useRowKeys<T>({ rows, rowId, memory, onOpen, keys = {}, pageKeys = {} }: RowKeys<T>) {
  const [at, setAt] = useState<Cursor>((memory && remembered.get(memory)) || NOWHERE);
  const cursor = positionOf(at, rows, rowId);
  const moveTo = (index: number) => {
    const row = rows[index];
    const next = { index, id: row && rowId?.(row) };
    setAt(next);
    if (memory) {
      remembered.set(memory, next);
    }
  };
  const latest = useRef({ rows, onOpen, keys, pageKeys, cursor, moveTo });
  latest.current = { rows, onOpen, keys, pageKeys, cursor, moveTo };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows, onOpen, keys, pageKeys, cursor, moveTo } = latest.current;
      if (event.ctrlKey || event.metaKey || event.altKey || busy(event.target)) {
        return;
      }
      const row = rows[cursor];
      const goal = goalOf(event.key, cursor, rows.length);
      // Where there are no rows these keys scroll, as everywhere.
      if (goal !== undefined && rows.length > 0) {
        event.preventDefault();
        // From here on Enter is meant for the row, no longer for what was clicked last.
        document.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
        moveTo(Math.max(0, Math.min(rows.length - 1, goal)));
      } else if (event.key === 'Enter' && row && !onControl(event.target)) {
        onOpen(row);
      } else if (pageKeys[event.key]) {
        event.preventDefault();
        pageKeys[event.key]?.();
      } else if (row && keys[event.key]) {
        event.preventDefault();
        keys[event.key]?.(row, cursor);
      }
    };
    // Before anybody else: who closes on Escape may take the place the key was pressed in out of the document.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  return { cursor, setCursor: moveTo };
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

function goalOf(key: string, cursor: number, length: number): number | undefined {
  const step = STEPS[key];
  if (step !== undefined) {
    return cursor + step;
  }
  return key === 'Home' ? 0 : key === 'End' ? length - 1 : undefined;
}

function positionOf<T>(at: Cursor, rows: T[], rowId: ((row: T) => string) | undefined): number {
  if (at.id === undefined || !rowId) {
    return at.index;
  }
  const row = rows[at.index];
  return row && rowId(row) === at.id ? at.index : rows.findIndex((one) => rowId(one) === at.id);
}

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=slider], [role=dialog]';

const onControl = (target: EventTarget | null) => target instanceof Element && target.closest('a, button, [role=menuitem]') !== null;

function busy(target: EventTarget | null): boolean {
  const typing = target instanceof Element && target.closest(TYPING);
  return Boolean(typing) || document.querySelector('[role=dialog][aria-modal=true]') !== null;
}
