import type { FacetValue } from '../../api/tasks';
import type { Facet } from '../search';
import { FIELDS, fieldNamed, type Field } from './fields';
import type { Names } from './names';
import { quoted, termsOf, type Span, type Term } from './syntax';

export interface Suggestion {
  /** What takes the place of the piece at the caret. */
  insert: string;
  /** The same in the reader's words; what it means. */
  hint: string;
  /** How many tasks it would show, where that was counted. */
  count?: number;
}

export interface Suggestions {
  /** The piece of the line they would replace. */
  span: Span;
  options: Suggestion[];
  /** What to look up on the server to offer more: too many to have here. */
  lookUp?: { filter: 'user' | 'account'; text: string };
}

/** What is known to suggest from. */
export interface Known {
  facets: Partial<Record<Facet, readonly FacetValue[]>>;
  names: Names;
  /** What the server found for {@link Suggestions.lookUp}. */
  found: readonly { name: string; hint: string }[];
  /** A filter's value, and what a field is for, in the reader's words. */
  say: (facet: Facet, value: string, label: string) => string;
  explain: (field: string) => string;
}

const MOST = 50;
const TIMES = ['-1h', '-24h', '-7d', '-30d'];

/** What could stand at the caret: names of filters, and values the data has. */
export function suggestionsFor(line: string, caret: number, known: Known): Suggestions {
  const head = line.slice(0, caret);
  const open = termsOf(head).at(-1)?.kind === 'open';
  const last = termsOf(open ? `${head}"` : head).at(-1);
  const term = last && last.end >= caret ? last : undefined;
  if (term?.kind === 'filter') {
    const field = fieldNamed(term.name);
    const { text, start } = valueAtCaret(term, head);
    const span = { start, end: caret + restOf(line.slice(caret), open) };
    return field ? { span, ...valuesOf(field, text, known) } : { span, options: [] };
  }
  const text = term?.kind === 'word' ? term.text : '';
  const span = { start: term?.kind === 'word' ? term.start : caret, end: caret + (term?.kind === 'word' ? restOf(line.slice(caret), open) : 0) };
  return { span, options: open ? [] : [...fieldsLike(text, known), ...valuesLike(text, known)].slice(0, MOST) };
}

/** The value that is being typed; an empty one after the colon or a comma. */
function valueAtCaret(term: Term & { kind: 'filter' }, head: string): { text: string; start: number } {
  const value = term.values.at(-1);
  return value && value.end >= head.length ? value : { text: '', start: head.length };
}

/** How much of what follows the caret belongs to the same piece. */
function restOf(tail: string, open: boolean): number {
  return (open ? (/^[^"]*"/.exec(tail)?.[0] ?? tail) : (/^[^\s,"]*/.exec(tail)?.[0] ?? '')).length;
}

function valuesOf(field: Field, text: string, known: Known): Pick<Suggestions, 'options' | 'lookUp'> {
  switch (field.kind) {
    case 'constants':
      return { options: constants(field, text, known) };
    case 'word':
      return { options: field.values.filter((value) => value.startsWith(text.toLowerCase())).map((insert) => ({ insert, hint: known.explain(`${field.name}.${insert}`) })) };
    case 'text':
      return { options: counted(known.facets[field.filter] ?? [], text, ({ label }) => label) };
    case 'named':
      return field.filter === 'application'
        ? { options: applications(text, known) }
        : { options: known.found.map(({ name, hint }) => ({ insert: quoted(name), hint })).slice(0, MOST), lookUp: { filter: field.filter, text } };
    case 'time':
      return { options: TIMES.filter((time) => time.startsWith(text)).map((insert) => ({ insert, hint: known.explain(`opened.${insert}`) })) };
    case 'id':
      return { options: [] };
  }
}

function constants(field: Field & { kind: 'constants' }, text: string, known: Known): Suggestion[] {
  const counts = new Map(known.facets[field.filter]?.map(({ value, count }) => [value, count]));
  return field.values
    .map((value) => ({ insert: value.toLowerCase(), hint: known.say(field.filter, value, value), count: counts.get(value) }))
    .filter(({ insert, hint }) => like(text, insert.replaceAll('_', ' '), insert, hint))
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
}

function applications(text: string, known: Known): Suggestion[] {
  const counts = new Map(known.facets.application?.map(({ value, count }) => [value, count]));
  return known.names.application
    .filter(({ name }) => like(text, name))
    .map(({ id, name }) => ({ insert: quoted(name), hint: '', count: counts.get(id) }))
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, MOST);
}

function counted(values: readonly FacetValue[], text: string, name: (value: FacetValue) => string): Suggestion[] {
  return values
    .filter((value) => like(text, name(value)))
    .map((value) => ({ insert: quoted(name(value)), hint: '', count: value.count }))
    .slice(0, MOST);
}

function fieldsLike(text: string, known: Known): Suggestion[] {
  return FIELDS.filter(({ name }) => name.startsWith(text.toLowerCase())).map(({ name, kind }) => ({
    insert: kind === 'time' ? `${name}>=` : `${name}:`,
    hint: known.explain(name),
  }));
}

/** Values of all filters that have what was typed in them: whoever types "failed" is led to the status. */
function valuesLike(text: string, known: Known): Suggestion[] {
  if (text.length < 2) {
    return [];
  }
  return FIELDS.flatMap((field) => {
    const values = field.kind === 'constants' || field.kind === 'text' || (field.kind === 'named' && field.filter === 'application') ? valuesOf(field, text, known).options : [];
    return values.map((value) => ({ ...value, insert: `${field.name}:${value.insert}` }));
  });
}

const like = (text: string, ...places: string[]) => places.some((place) => place.toLowerCase().includes(text.toLowerCase()));
