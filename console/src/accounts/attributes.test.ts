import { describe, expect, it } from 'vitest';
import { isExactNumber } from '../api/exact';
import type { AttributeSpec } from '../api/tasks';
import { changedAttributes, specsFor, typed } from './attributes';

const spec = (name: string, type: AttributeSpec['type'] = 'TEXT'): AttributeSpec => ({ name, type, required: false, multiple: false, secret: false, help: '' });

describe('typed', () => {
  it('makes a number of what the attribute takes as one', () => {
    expect(typed(spec('n', 'INTEGER'), '42')).toBe(42);
    expect(typed(spec('n', 'DECIMAL'), '1.5')).toBe(1.5);
  });

  it.each(['12345678901234567890', '1.0'])('keeps the digits of %s', (text) => {
    expect(isExactNumber(typed(spec('n', 'INTEGER'), text))).toBe(true);
    expect(String(typed(spec('n', 'INTEGER'), text))).toBe(text);
  });

  it.each(['007', '1.', 'abc', ''])('leaves %j as it was typed', (text) => {
    expect(typed(spec('n', 'INTEGER'), text)).toBe(text);
  });

  it('keeps text text, also when it looks like a number', () => {
    expect(typed(spec('phone'), '42')).toBe('42');
  });
});

it('attributes nobody declared come after the known ones', () => {
  expect(specsFor([spec('mail')], { zip: '1', mail: 'a' }).map(({ name }) => name)).toEqual(['mail', 'zip']);
});

it('only what differs is sent, and what was emptied is cleared', () => {
  expect(changedAttributes({ a: '1', b: '2', c: ['x'], d: null }, { a: '1', b: '', c: [], d: '', e: 'new' })).toEqual({ b: null, c: null, e: 'new' });
});
