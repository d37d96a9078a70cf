import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { SearchBox } from './SearchBox';

function List() {
  const [q, setQ] = useState('');
  return (
    <MantineProvider>
      <SearchBox value={q} onChange={setQ} label="Search" />
      <output>{q}</output>
      <button onClick={() => setQ('')}>All</button>
    </MantineProvider>
  );
}

const box = () => screen.getByLabelText('Search') as HTMLInputElement;
const searched = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text));

it('a blank survives the pause in which the first word is searched', async () => {
  render(<List />);
  await userEvent.type(box(), 'ming ');
  await searched('ming');
  await userEvent.type(box(), 'li');
  await searched('ming li');
  expect(box().value).toBe('ming li');
});

it('what is changed from elsewhere shows', async () => {
  render(<List />);
  await userEvent.type(box(), 'ming');
  await searched('ming');
  await userEvent.click(screen.getByText('All'));
  expect(box().value).toBe('');
});
