import { useLayoutEffect, useRef } from 'react';

/** Where the focus goes when what had it is gone: the element of the page that says what is so now; the page itself where there is none. */
export const FOCUS_HOME = 'data-focus-home';

/** Gives the focus back to what had it, when the dialog that uses this is closed or taken away. */
export function useFocusBack(opened = true) {
  const before = useRef<Element | null>(null);
  const wasOpened = useRef(false);
  if (opened && !wasOpened.current) {
    // Before anything in the dialog takes it.
    before.current = document.activeElement;
  }
  wasOpened.current = opened;
  useLayoutEffect(() => {
    if (!opened) {
      return;
    }
    // Another dialog is left for this one.
    clearTimeout(timer);
    return () => {
      // After the dialog has let go of it.
      timer = setTimeout(() => {
        const there = before.current !== document.body && before.current?.isConnected;
        const back = there ? before.current : (document.querySelector(`[${FOCUS_HOME}]`) ?? document.getElementById('main'));
        (back as HTMLElement | null)?.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}

let timer: ReturnType<typeof setTimeout> | undefined;
