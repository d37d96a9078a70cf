import { describe, expect, it } from 'vitest';
import { coloured, isJson, prettyJson } from './json';

describe('prettyJson', () => {
  it('keeps numbers that JavaScript cannot hold, digit by digit', () => {
    expect(prettyJson('{"id":12345678901234567890,"rate":1.0}')).toBe('{\n  "id": 12345678901234567890,\n  "rate": 1.0\n}');
  });

  it('leaves braces and commas inside texts alone', () => {
    expect(prettyJson('["a{b,c}:d","e\\"f"]')).toBe('[\n  "a{b,c}:d",\n  "e\\"f"\n]');
  });

  it('writes empty objects and lists short', () => {
    expect(prettyJson('{"a":{},"b":[]}')).toBe('{\n  "a": {},\n  "b": []\n}');
  });

  it('means the same as before', () => {
    const text = '{"a":[1,{"b":null}],"c":"x\\ny","d":true}';
    expect(JSON.parse(prettyJson(text))).toEqual(JSON.parse(text));
  });

  it('gives back what is not JSON', () => {
    expect(prettyJson('dn: cn=a')).toBe('dn: cn=a');
    expect(isJson('12')).toBe(false);
  });
});

describe('coloured', () => {
  it('tells keys, texts and masked values apart, and loses nothing', () => {
    const text = '{\n  "password": "********",\n  "name": "ming"\n}';
    const pieces = coloured(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.kind === 'masked').map((piece) => piece.text)).toEqual(['"********"']);
    expect(pieces.filter((piece) => piece.kind === 'key').map((piece) => piece.text)).toEqual(['"password"', '"name"']);
  });
});
