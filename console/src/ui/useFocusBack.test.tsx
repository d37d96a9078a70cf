import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { FOCUS_HOME, useFocusBack } from './useFocusBack';

function Dialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  return (
    <button autoFocus onClick={onClose}>
      Close
    </button>
  );
}

function Page({ staying }: { staying: boolean }) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <>
      <div tabIndex={-1} {...{ [FOCUS_HOME]: true }}>
        Home
      </div>
      {!(done && !staying) && <button onClick={() => setOpen(true)}>Open</button>}
      {open && (
        <Dialog
          onClose={() => {
            setDone(true);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

it.each([
  [true, 'Open'],
  [false, 'Home'],
])('the focus goes back to what opened the dialog (still there: %s)', async (staying, text) => {
  render(<Page staying={staying} />);
  await userEvent.click(screen.getByText('Open'));
  screen.getByText('Close').focus();
  await userEvent.click(screen.getByText('Close'));
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text));
});
