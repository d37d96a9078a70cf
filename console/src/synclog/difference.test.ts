import { describe, expect, it } from 'vitest';
import type { Parameters } from '../api/tasks';
import { parametersFrom } from './dialogs/parametersFrom';
import { difference } from './difference';

const group = { id: 'g1', kind: 'GROUP', name: 'Staff', value: 'cn=staff' };
const before: Parameters = { name: 'ming', attributes: { mail: 'a@x', phone: null, tags: ['a', 'b'] }, bind: [group], unbind: [] };

describe('difference', () => {
  it('is empty for the same', () => {
    expect(difference(before, structuredClone(before))).toEqual([]);
  });

  it('names each place that changed, with both values', () => {
    const after: Parameters = { name: 'ming.li', attributes: { mail: 'b@x', tags: ['a', 'b'], cost: 7 }, bind: [], unbind: [] };
    expect(difference(before, after)).toEqual([
      { path: 'name', before: 'ming', after: 'ming.li' },
      { path: 'attributes.mail', before: 'a@x', after: 'b@x' },
      { path: 'attributes.phone', before: null, after: undefined },
      { path: 'attributes.cost', before: undefined, after: 7 },
      { path: 'bind', before: ['Staff'], after: [] },
    ]);
  });

  it('tells text from number, and null from nothing', () => {
    expect(difference({ ...before, attributes: { a: '1' } }, { ...before, attributes: { a: 1 } })).toHaveLength(1);
    expect(difference({ ...before, attributes: { a: null } }, { ...before, attributes: {} })).toHaveLength(1);
  });
});

describe('parameters typed as JSON', () => {
  it('are read when they are whole', () => {
    expect(parametersFrom(JSON.stringify(before))).toEqual(before);
  });

  it.each(['', '{', '[]', '{"name":"a"}', '{"name":"a","attributes":{"x":{"y":1}},"bind":[],"unbind":[]}', '{"name":"a","attributes":{},"bind":[],"unbind":[],"more":1}'])(
    'are refused when they are %j',
    (text) => {
      expect(parametersFrom(text)).toBeNull();
    },
  );
});
