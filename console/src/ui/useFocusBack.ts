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
    letBe();
    return () => {
      // After the dialog has let go of it.
      const timer = setTimeout(() => giveBack(before.current));
      letBe = () => clearTimeout(timer);
    };
  }, [opened]);
}

/** Ends what the dialog closed last still does about the focus. */
let letBe = () => {};

/**
 * What the dialog did often changes the page only after the dialog has gone: a button nobody may press any more is taken away, another
 * record is read and takes the place of this one. So until the reader goes on, a focus that is lost goes home, even to one that comes later.
 */
function giveBack(before: Element | null) {
  if (before !== document.body && before?.isConnected) {
    focus(before);
  } else {
    goHome();
  }
  const observer = new MutationObserver(() => {
    if (isLost(document.activeElement)) {
      goHome();
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const goneOn = new AbortController();
  letBe = () => {
    observer.disconnect();
    goneOn.abort();
  };
  for (const act of ['keydown', 'pointerdown']) {
    document.addEventListener(act, letBe, { capture: true, signal: goneOn.signal });
  }
}

function isLost(focused: Element | null) {
  return !focused || focused === document.body || focused === main();
}

function goHome() {
  const home = document.querySelector(`[${FOCUS_HOME}]`) ?? main();
  if (home !== document.activeElement) {
    focus(home);
  }
}

function main() {
  return document.getElementById('main');
}

function focus(element: Element | null) {
  (element as HTMLElement | null)?.focus({ preventScroll: true });
}
