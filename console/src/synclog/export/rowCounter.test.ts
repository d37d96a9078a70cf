import { expect, it } from 'vitest';
import { rowCounter } from './rowCounter';

const bytes = (text: string) => new TextEncoder().encode(text);

it('counts lines of JSON, whatever stands in them', () => {
  const count = rowCounter('jsonl');
  expect(count(bytes('{"a":"\\"\\n"}\n{"a"'))).toBe(1);
  expect(count(bytes(':1}\n'))).toBe(2);
});

it('counts rows of CSV without the head, and no line feed within a cell, also when it comes in pieces', () => {
  const count = rowCounter('csv');
  expect(count(bytes('\uFEFFid,failure\r\n'))).toBe(0);
  expect(count(bytes('1,"two\nlines and ""quo'))).toBe(0);
  expect(count(bytes('tes""\n"\r\n2,plain\r\n'))).toBe(2);
});
