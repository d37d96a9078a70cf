import { isRelative, readStretch, type Zone } from '../moments';
import type { LogSearch } from '../search';
import { FIELDS, fieldNamed, likelyField, near, type Field } from './fields';
import { idsOf, isId, type NamedFilter, type Names } from './names';
import { quoted, termsOf, type Span, type Term, type Value } from './syntax';

/** What is wrong with a piece of the line; `fix` is what would stand there instead. */
export interface Problem extends Span {
  code:
    | 'openQuote'
    | 'negated'
    | 'unknownField'
    | 'noValue'
    | 'unknownValue'
    | 'unknownName'
    | 'notUnique'
    | 'notAnId'
    | 'wrongOperator'
    | 'onlyTimesCompare'
    | 'notATime'
    | 'relativeIsADay'
    | 'twice'
    | 'emptyPeriod'
    | 'noCallback';
  /** The piece itself, and what the sentence about it needs. */
  text: string;
  value?: string;
  field?: string;
  known?: string;
  fix?: string;
}

/** What filters the line asks for, without how they are shown, and everything that is wrong with it. */
export interface Reading {
  search: LogSearch;
  problems: Problem[];
}

/** Reads the query line. What is wrong is left out of the search. */
export function readQuery(line: string, names: Names, zone: Zone): Reading {
  const reader = new Reader(line, names, zone);
  termsOf(line).forEach((term) => reader.take(term));
  return reader.result();
}

class Reader {
  private readonly search: Record<string, string | string[]> = { view: 'all' };
  private readonly words: string[] = [];
  private readonly problems: Problem[] = [];
  private period: Span | undefined;

  constructor(
    private readonly line: string,
    private readonly names: Names,
    private readonly zone: Zone,
  ) {}

  take(term: Term) {
    switch (term.kind) {
      case 'word':
        this.words.push(...term.text.split(/\s+/).filter(Boolean));
        return;
      case 'open':
        this.complain('openQuote', term);
        return;
      case 'negated':
        this.complain('negated', term, { fix: `"${this.line.slice(term.start, term.end)}"` });
        return;
      case 'filter':
        this.filter(term);
    }
  }

  result(): Reading {
    const { from, to } = this.search as { from?: string; to?: string };
    if (this.period && from && to && !isRelative(from) && !isRelative(to) && from >= to) {
      this.complain('emptyPeriod', this.period);
    }
    const q = this.words.length > 0 ? { q: this.words.join(' ') } : {};
    return { search: { ...this.search, ...q } as LogSearch, problems: this.problems };
  }

  private filter(term: Term & { kind: 'filter' }) {
    const field = fieldNamed(term.name);
    if (!field) {
      const likely = likelyField(term.name)?.name;
      const rest = this.line.slice(term.start + term.name.length, term.end);
      const known = FIELDS.map(({ name }) => name).join(', ');
      this.complain('unknownField', term, { field: term.name, known, fix: likely ? likely + rest : `"${this.line.slice(term.start, term.end)}"` });
    } else if (term.values.length === 0) {
      this.complain('noValue', term, { field: field.name });
    } else if (field.kind === 'time') {
      term.values.forEach((value) => this.time(term, value));
    } else if (term.operator !== ':') {
      this.complain('onlyTimesCompare', term, { field: field.name, fix: `${field.name}:${this.line.slice(term.values[0]?.start, term.end)}` });
    } else {
      term.values.forEach((value) => this.value(field, value));
    }
  }

  private value(field: Exclude<Field, { kind: 'time' }>, value: Value) {
    switch (field.kind) {
      case 'word':
        this.word(field, value);
        return;
      case 'constants':
        this.constant(field, value);
        return;
      case 'named':
        this.named(field.filter, field.name, value);
        return;
      case 'id':
        return isId(value.text) ? this.add(field.filter, value.text.toLowerCase()) : this.complain('notAnId', value, { field: field.name });
      case 'text':
        this.add(field.filter, value.text);
    }
  }

  private word(field: Field & { kind: 'word' }, value: Value) {
    const word = value.text.toLowerCase();
    if (!field.values.includes(word)) {
      this.unknown(field.name, field.values, value);
    } else if (field.name === 'needs') {
      this.search.view = 'attention';
    } else if (this.search.order) {
      this.complain('twice', value, { field: field.name });
    } else {
      this.search.order = word;
    }
  }

  private constant(field: Field & { kind: 'constants' }, value: Value) {
    const wanted = value.text.trim().toUpperCase().replace(/[\s-]+/g, '_');
    if (field.values.includes(wanted)) {
      this.add(field.filter, wanted);
    } else if (field.name === 'status' && wanted === 'NO_CALLBACK') {
      this.complain('noCallback', value, { field: field.name, known: 'failure:no_callback' });
    } else {
      this.unknown(field.name, field.values.map((one) => one.toLowerCase()), value);
    }
  }

  private unknown(field: string, values: readonly string[], value: Value) {
    const likely = values.find((one) => near(one, value.text.toLowerCase()));
    this.complain('unknownValue', value, { field, known: values.join(', '), fix: likely });
  }

  private named(filter: NamedFilter, field: string, value: Value) {
    const ids = isId(value.text) ? [value.text.toLowerCase()] : idsOf(this.names, filter, value.text);
    if (ids.length === 1) {
      this.add(filter, ids[0] as string);
    } else if (ids.length > 1) {
      this.complain('notUnique', value, { field });
    } else {
      const likely = this.names[filter].find(({ name }) => near(name.toLowerCase(), value.text.toLowerCase()))?.name;
      this.complain('unknownName', value, { field, value: value.text, fix: likely === undefined ? undefined : quoted(likely) });
    }
  }

  /** A day means the whole of it: after it is from the next one on. */
  private time(term: Term & { kind: 'filter' }, value: Value) {
    const relative = isRelative(value.text);
    const stretch = relative ? undefined : readStretch(value.text, this.zone);
    if (!relative && !stretch) {
      this.complain('notATime', value);
      return;
    }
    const start = stretch ? new Date(stretch.from).toISOString() : value.text;
    const end = stretch ? new Date(stretch.to).toISOString() : value.text;
    switch (term.operator) {
      case '>=':
        return this.bound('from', start, term);
      case '>':
        return this.bound('from', end, term);
      case '<':
        return this.bound('to', start, term);
      case '<=':
        return this.bound('to', end, term);
      case ':':
        if (relative) {
          this.complain('relativeIsADay', term, { fix: `opened>=${value.text}` });
          return;
        }
        this.bound('from', start, term);
        this.bound('to', end, term);
    }
  }

  private bound(end: 'from' | 'to', moment: string, term: Span) {
    if (this.search[end]) {
      this.complain('twice', term, { field: 'opened' });
      return;
    }
    this.search[end] = moment;
    this.period = { start: Math.min(term.start, this.period?.start ?? term.start), end: term.end };
  }

  private add(filter: string, value: string) {
    const had = (this.search[filter] ?? []) as string[];
    this.search[filter] = had.includes(value) ? had : [...had, value];
  }

  private complain(code: Problem['code'], { start, end }: Span, more: Partial<Problem> = {}) {
    this.problems.push({ code, start, end, text: this.line.slice(start, end), ...more });
  }
}
