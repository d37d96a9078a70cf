import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { AttributeSpec } from '../api/tasks';
import { SECRET } from '../synclog/values';
import { AttributeFields, type Attributes } from './AttributeFields';

const spec = (name: string, part: Partial<AttributeSpec> = {}): AttributeSpec => ({ name, type: 'TEXT', required: false, multiple: false, secret: false, help: '', ...part });

function Form({ original, specs = [], open = false }: { original: Attributes; specs?: AttributeSpec[]; open?: boolean }) {
  const [values, setValues] = useState(original);
  return (
    <MantineProvider>
      <AttributeFields specs={specs} open={open} sparse values={values} original={original} onChange={setValues} />
      <output>{JSON.stringify(values)}</output>
    </MantineProvider>
  );
}

const values = () => JSON.parse(screen.getByRole('status').textContent ?? '') as Attributes;

describe('the form of attributes', () => {
  it('marks what was changed and puts it back', async () => {
    render(<Form original={{ mail: 'a@x' }} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('mail'), 'y');
    expect(values()).toEqual({ mail: 'a@xy' });
    expect(screen.getByTestId('changed')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Put back mail' }));
    expect(values()).toEqual({ mail: 'a@x' });
    expect(screen.queryByTestId('changed')).toBeNull();
  });

  it('never shows a sealed secret, keeps it when untouched and replaces it when typed', async () => {
    render(<Form original={{ userPassword: SECRET }} specs={[spec('userPassword', { secret: true })]} />);
    const field = screen.getByLabelText<HTMLInputElement>('userPassword');
    expect(field.value).toBe('');
    const user = userEvent.setup();
    await user.type(field, 'n3w');
    expect(values()).toEqual({ userPassword: 'n3w' });
    await user.clear(field);
    expect(values()).toEqual({ userPassword: SECRET });
  });

  it('keeps a number a number', async () => {
    render(<Form original={{ cost: 41 }} specs={[spec('cost', { type: 'INTEGER' })]} />);
    const user = userEvent.setup();
    await user.clear(screen.getByLabelText('cost'));
    await user.type(screen.getByLabelText('cost'), '42');
    expect(values()).toEqual({ cost: 42 });
  });

  it('offers attributes beyond the known ones only where the application takes them', () => {
    const { unmount } = render(<Form original={{ mail: 'a' }} />);
    expect(screen.queryByPlaceholderText('Attribute name')).toBeNull();
    unmount();
    render(<Form original={{ mail: 'a' }} open />);
    expect(screen.getByPlaceholderText('Attribute name')).toBeTruthy();
  });
});
