import { useEffect, useState } from 'react';

/** Where the focus goes when what had it is gone: the element of the page that says what is so now. */
export const FOCUS_HOME = 'data-focus-home';

/** Gives the focus back to what had it, when the dialog that uses this goes away. */
export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    clearTimeout(timer);
    return () => {
      // After the dialog has let go of it.
      timer = setTimeout(() => {
        const back = before !== document.body && before?.isConnected ? before : document.querySelector(`[${FOCUS_HOME}]`);
        (back as HTMLElement | null)?.focus();
      });
    };
  }, [before]);
}

let timer: ReturnType<typeof setTimeout> | undefined;
