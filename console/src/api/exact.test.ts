import { describe, expect, it } from 'vitest';
import { exactNumber, isExactNumber, parseExact, stringifyExact } from './exact';

describe('numbers', () => {
  it.each(['12345678901234567890', '1.0', '0.10', '1e400', '-0', '9007199254740993'])('%s comes back as it was written', (text) => {
    const value = exactNumber(text);
    expect(isExactNumber(value)).toBe(true);
    expect(String(value)).toBe(text);
    expect(stringifyExact(parseExact(`{"n":${text}}`))).toBe(`{"n":${text}}`);
  });

  it.each(['0', '42', '-7', '1.5', '9007199254740991'])('%s is an ordinary number', (text) => {
    expect(exactNumber(text)).toBe(Number(text));
  });
});

it('means the same as JSON.parse and JSON.stringify where no number is at stake', () => {
  const text = '{"a":[1,null,true,"x\\n\\u00e9"],"b":{"c":{}}}';
  expect(parseExact(text)).toEqual(JSON.parse(text));
  expect(stringifyExact(JSON.parse(text), 2)).toBe(JSON.stringify(JSON.parse(text), null, 2));
  expect(() => parseExact('{')).toThrow(SyntaxError);
});
