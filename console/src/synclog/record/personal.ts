import { isExactNumber } from '../../api/exact';
import type { TaskDetail } from '../../api/tasks';
import { isJson } from '../../ui/json';
import { nameBefore } from './masks';

const MARK = /\[personal:([a-z]+)\]/g;
const WHOLE = /^\[personal:[a-z]+\]$/;

/** Whether a value is hidden from this reader, and a mark shown in its place. */
export const isHidden = (value: unknown): boolean => typeof value === 'string' && WHOLE.test(value);

/** A personal value this reader may not see; `name` is that of the attribute or field it stands in, null where none stands beside it. */
export interface HiddenValue {
  mark: string;
  name: string | null;
}

/** The hidden values of a record, each once, those of its parameters first. */
export function hiddenIn(task: TaskDetail): HiddenValue[] {
  const found = new Map<string, string | null>();
  const note = (mark: string, name: string | null) => (found.get(mark) ?? null) === null && found.set(mark, name);
  Object.entries(task.parameters.attributes).forEach(([name, value]) => each(value, (text) => marksIn(text).forEach(([mark]) => note(mark, name))));
  each(task, (text) => marksIn(text).forEach(([mark, at]) => note(mark, nameBefore(text, at))));
  return [...found].map(([mark, name]) => ({ mark, name }));
}

/** The record with the values that were revealed in place of their marks. */
export function unveiled(task: TaskDetail, values: Record<string, string>): TaskDetail {
  const text = (marked: string) => {
    const json = isJson(marked);
    return marked.replaceAll(MARK, (whole, mark: string) => {
      const value = values[mark];
      return value === undefined ? whole : json ? JSON.stringify(value).slice(1, -1) : value;
    });
  };
  return Object.keys(values).length === 0 ? task : (mapped(task, text) as TaskDetail);
}

const marksIn = (text: string): [string, number][] => [...text.matchAll(MARK)].map((match) => [match[1] ?? '', match.index]);

function each(value: unknown, on: (text: string) => void) {
  mapped(value, (text) => {
    on(text);
    return text;
  });
}

function mapped(value: unknown, text: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return text(value);
  }
  if (Array.isArray(value)) {
    return value.map((one) => mapped(one, text));
  }
  if (typeof value === 'object' && value !== null && !isExactNumber(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, text)]));
  }
  return value;
}
