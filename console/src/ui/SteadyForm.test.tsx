import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useChange } from '../api/one';
import { SteadyForm } from './SteadyForm';

function Form({ name }: { name: string }) {
  const [typed, setTyped] = useState(name);
  const save = useChange([], () => Promise.resolve());
  return (
    <>
      <input aria-label="Name" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <button onClick={() => save.mutate(undefined)}>Save</button>
    </>
  );
}

const queries = new QueryClient();

function page(name: string, version: number) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider>
        <SteadyForm read={{ name }} stamp={version}>
          {(begun) => <Form name={begun.name} />}
        </SteadyForm>
      </MantineProvider>
    </QueryClientProvider>
  );
}

const typed = () => (screen.getByLabelText('Name') as HTMLInputElement).value;

it('who has changed nothing sees the latest at once', async () => {
  const { rerender } = render(page('old', 1));
  await userEvent.click(screen.getByLabelText('Name'));
  rerender(page('new', 2));
  expect(typed()).toBe('new');
  expect(screen.queryByTestId('changed-meanwhile')).toBeNull();
});

it('what was typed stays, until its writer asks for what is there now', async () => {
  const { rerender } = render(page('old', 1));
  await userEvent.type(screen.getByLabelText('Name'), 'er');
  rerender(page('new', 2));
  expect(typed()).toBe('older');
  await userEvent.click(screen.getByText('Show what is there now'));
  expect(typed()).toBe('new');
  expect(screen.queryByTestId('changed-meanwhile')).toBeNull();
});

it('what was saved is what the form goes on with', async () => {
  const { rerender } = render(page('old', 1));
  await userEvent.type(screen.getByLabelText('Name'), 'er');
  await userEvent.click(screen.getByText('Save'));
  rerender(page('older still', 2));
  await waitFor(() => expect(typed()).toBe('older still'));
  expect(screen.queryByTestId('changed-meanwhile')).toBeNull();
});
