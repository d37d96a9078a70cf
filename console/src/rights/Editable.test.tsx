import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sessionQuery } from '../session/session';
import { Editable } from './Editable';
import type { Right } from './rights';

function shown(...rights: Right[]) {
  const queries = new QueryClient();
  const user = { id: '1', userName: 'ada', displayName: 'Ada' };
  queries.setQueryData(sessionQuery.queryKey, { kind: 'ADMINISTRATOR', user, step: 'DONE', rights } as never);
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider>
        <Editable right="ADMINISTER_APPLICATIONS">
          <TextInput label="Name" />
          <button type="submit">Save</button>
        </Editable>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

test('who lacks the right reads the form, and what it needs', () => {
  shown('SEE_APPLICATIONS');
  expect((screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement).matches(':disabled')).toBe(true);
  expect(screen.getByLabelText('Name').matches(':disabled')).toBe(true);
  expect(screen.getByTestId('read-only').textContent).toContain('administer applications');
});

test('who has it is told nothing', () => {
  shown('SEE_APPLICATIONS', 'ADMINISTER_APPLICATIONS');
  expect(screen.getByRole('button', { name: 'Save' }).matches(':disabled')).toBe(false);
  expect(screen.queryByTestId('read-only')).toBeNull();
});
