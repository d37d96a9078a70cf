import { act, render, screen, waitFor } from '@testing-library/react';
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

function PageThatIsReadAnew() {
  const [open, setOpen] = useState(true);
  const [shown, setShown] = useState('earlier');
  return (
    <main id="main" tabIndex={-1}>
      {shown !== 'nothing' && (
        <div key={shown} tabIndex={-1} {...{ [FOCUS_HOME]: true }}>
          {shown}
        </div>
      )}
      {open && <Dialog onClose={() => setOpen(false)} />}
      <button onClick={() => setShown('nothing')}>Read</button>
      <button onClick={() => setShown('later')}>Show</button>
    </main>
  );
}

/** As a script does it: no pointer of the reader is in it. */
function press(name: string) {
  act(() => screen.getByText(name).click());
}

it('the focus follows to what takes the place of the page, however late it comes', async () => {
  render(<PageThatIsReadAnew />);
  press('Close');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('earlier'));
  press('Read');
  await waitFor(() => expect(document.activeElement?.id).toBe('main'));
  press('Show');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('later'));
});

it('the focus is let be once the reader goes on', async () => {
  render(<PageThatIsReadAnew />);
  press('Close');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('earlier'));
  press('Read');
  await userEvent.click(screen.getByRole('main'));
  press('Show');
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(document.activeElement?.textContent).not.toBe('later');
});
