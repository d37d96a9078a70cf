import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { notify } from '../ui/notify';
import { useChange } from './one';
import { Problem } from './problem';

vi.mock('../ui/notify', () => ({ notify: { done: vi.fn(), failed: vi.fn() } }));
beforeEach(() => vi.clearAllMocks());

interface Slow {
  answer: (name: string) => void;
  refuse: (problem: Problem) => void;
}

/** A dialog that can be left while its answer is under way. */
function shown(onDone: (name: string) => void) {
  const slow = {} as Slow;
  const queries = new QueryClient();
  const run = () => new Promise<string>((resolve, reject) => Object.assign(slow, { answer: resolve, refuse: reject }));
  function Dialog() {
    const save = useChange(['/groups'], run, onDone, (name) => `${name} is saved`);
    return <button onClick={() => save.mutate(undefined)}>Save</button>;
  }
  function Page() {
    const [open, setOpen] = useState(true);
    return (
      <>
        {open && <Dialog />}
        <button onClick={() => setOpen(false)}>Leave</button>
      </>
    );
  }
  const invalidated = vi.spyOn(queries, 'invalidateQueries');
  render(
    <QueryClientProvider client={queries}>
      <Page />
    </QueryClientProvider>,
  );
  return { slow, invalidated };
}

const press = (name: string) => act(async () => screen.getByText(name).click());

it('who is still there is told, and goes where the answer leads', async () => {
  const onDone = vi.fn();
  const { slow } = shown(onDone);
  await press('Save');
  await act(async () => slow.answer('Ada'));
  expect(onDone.mock.calls[0]?.[0]).toBe('Ada');
  expect(notify.done).toHaveBeenCalledWith('Ada is saved');
});

it('who has gone on is told, and taken nowhere', async () => {
  const onDone = vi.fn();
  const { slow, invalidated } = shown(onDone);
  await press('Save');
  await press('Leave');
  await act(async () => slow.answer('Ada'));
  expect(notify.done).toHaveBeenCalledWith('Ada is saved');
  expect(invalidated).toHaveBeenCalledWith({ queryKey: ['/groups'] });
  expect(onDone).not.toHaveBeenCalled();
});

it('who has gone on hears of a refusal', async () => {
  const { slow } = shown(() => {});
  await press('Save');
  await press('Leave');
  const problem = new Problem(500, 'INTERNAL', 'Something went wrong on our side', 'Try again.');
  await act(async () => slow.refuse(problem));
  expect(notify.failed).toHaveBeenCalledWith(problem);
});

it('what somebody else has changed is read anew, and the dialog shows the refusal itself', async () => {
  const { slow, invalidated } = shown(() => {});
  await press('Save');
  await act(async () => slow.refuse(new Problem(412, 'VERSION_MISMATCH', 'Changed', 'Changed.')));
  expect(invalidated).toHaveBeenCalledWith({ queryKey: ['/groups'] });
  expect(notify.failed).not.toHaveBeenCalled();
});
