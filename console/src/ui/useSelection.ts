import { useEffect, useRef, useState } from 'react';

/** Which rows of a list are chosen: some of those that were read, or everything the list would show if all of it were read. */
export interface Selection {
  ids: ReadonlySet<string>;
  everything: boolean;
  has: (id: string) => boolean;
  /** Chooses the row or lets it go; as a range together with all rows between it and the one chosen last. */
  toggle: (index: number, range?: boolean) => void;
  /** Chooses all rows that were read, or lets all go. */
  toggleAll: () => void;
  takeEverything: () => void;
  clear: () => void;
}

interface State {
  ids: ReadonlySet<string>;
  everything: boolean;
}

const NOTHING: State = { ids: new Set(), everything: false };

/** @param of what the list shows: another list begins with nothing chosen */
export function useSelection(rows: readonly string[], of: string): Selection {
  const [state, setState] = useState(NOTHING);
  const anchor = useRef<string | null>(null);
  useEffect(() => {
    setState(NOTHING);
    anchor.current = null;
  }, [of]);

  const toggle = (index: number, range = false) => {
    const id = rows[index];
    if (id === undefined) {
      return;
    }
    const from = range && anchor.current !== null ? rows.indexOf(anchor.current) : -1;
    anchor.current = id;
    setState((before) => {
      const had = before.everything ? new Set(rows) : new Set(before.ids);
      if (from < 0) {
        return { ids: had.delete(id) ? had : had.add(id), everything: false };
      }
      rows.slice(Math.min(from, index), Math.max(from, index) + 1).forEach((one) => had.add(one));
      return { ids: had, everything: false };
    });
  };
  const all = state.everything || (rows.length > 0 && rows.every((id) => state.ids.has(id)));
  return {
    ...state,
    has: (id) => state.everything || state.ids.has(id),
    toggle,
    toggleAll: () => setState(all ? NOTHING : { ids: new Set(rows), everything: false }),
    takeEverything: () => setState((before) => ({ ...before, everything: true })),
    clear: () => setState(NOTHING),
  };
}
