import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { DataTable, type Source } from './DataTable';
import { useRowKeys } from './useRowKeys';

interface Row {
  id: string;
  name: string;
}

// jsdom lays nothing out; the table needs a height to decide which rows are in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 900 });

const rows: Row[] = Array.from({ length: 5 }, (_, i) => ({ id: String(i), name: `row ${i}` }));

function source(part: Partial<Source<Row>> = {}): Source<Row> {
  return { rows, isPending: false, error: null, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: vi.fn(), refetch: vi.fn(), ...part };
}

function Table({ from, onOpen = () => {} }: { from: Source<Row>; onOpen?: (row: Row) => void }) {
  const { cursor } = useRowKeys({ rows: from.rows, onOpen });
  return (
    <MantineProvider>
      <input aria-label="somewhere to type" />
      <DataTable
        label="things"
        source={from}
        columns={[{ id: 'name', header: 'Name', width: '1fr', cell: (row) => row.name }]}
        rowId={(row) => row.id}
        onOpen={onOpen}
        cursor={cursor}
        empty={<p>nothing here</p>}
      />
    </MantineProvider>
  );
}

describe('a list', () => {
  it('says what it is, and has its rows', () => {
    render(<Table from={source()} />);
    expect(within(screen.getByRole('grid', { name: 'things' })).getAllByTestId('row')).toHaveLength(5);
  });

  it('fetches more before its end is reached', () => {
    const more = source({ hasNextPage: true });
    render(<Table from={more} />);
    expect(more.fetchNextPage).toHaveBeenCalled();
  });

  it('says when there is nothing, and not while it is still asking', () => {
    const { rerender } = render(<Table from={source({ rows: [], isPending: true })} />);
    expect(screen.queryByText('nothing here')).toBeNull();
    rerender(<Table from={source({ rows: [] })} />);
    expect(screen.getByText('nothing here')).toBeTruthy();
  });

  it('shows why it could not be read instead of calling it empty', () => {
    render(<Table from={source({ rows: [], error: new Problem(400, 'INVALID_INPUT', 'Not valid', 'The cursor is not one of ours.') })} />);
    expect(screen.getByRole('alert').textContent).toContain('The cursor is not one of ours.');
    expect(screen.queryByText('nothing here')).toBeNull();
  });

  it('goes by keyboard: j and k move, Enter opens, typing does neither', async () => {
    const onOpen = vi.fn();
    render(<Table from={source()} onOpen={onOpen} />);
    const user = userEvent.setup();
    await user.keyboard('jjjk');
    expect(screen.getByText('row 1').closest('[role=row]')?.getAttribute('data-cursor')).toBe('true');
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
    await user.type(screen.getByLabelText('somewhere to type'), 'jjj');
    expect(screen.getByText('row 1').closest('[role=row]')?.getAttribute('data-cursor')).toBe('true');
  });
});
