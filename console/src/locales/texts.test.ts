import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { FINDING_KINDS, FINDING_STATUSES, REMEDIES, RUN_STATUSES } from '../api/governance';
import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES } from '../api/tasks';
import { LOOKS } from '../synclog/statuses';
import { KNOWN_EVENTS } from '../synclog/record/events';
import { english } from './english';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => `src/${file}`);
const parts = Object.keys(english).join('|');
const literal = new RegExp(`\\bt\\(\\s*'([\\w.]+)'|'((?:${parts})\\.[\\w.]+)'`, 'g');
const used = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(literal)].map((match) => (match[1] ?? match[2]) as string));

describe('the texts', () => {
  it('are there for every key the console names', () => {
    expect(used.length).toBeGreaterThan(200);
    const missing = [...new Set(used)].filter((key) => !i18next.exists(key) && !i18next.exists(key, { count: 2 }));
    expect(missing).toEqual([]);
  });

  it.each([
    ['synclog.source', SOURCES],
    ['synclog.action', ACTIONS],
    ['synclog.doing', ACTIONS],
    ['synclog.objectType', OBJECT_TYPES],
    ['synclog.failureKind', FAILURE_KINDS],
    ['synclog.failureHelp', FAILURE_KINDS],
    ['synclog.sentence', Object.keys(LOOKS)],
    ['synclog.next', Object.keys(LOOKS)],
    ['synclog.event', KNOWN_EVENTS],
    ['governance.findingKind', FINDING_KINDS],
    ['governance.findingStatus', FINDING_STATUSES],
    ['governance.runStatus', RUN_STATUSES],
    ['governance.remedy', REMEDIES],
  ])('%s has a word for every value', (prefix, values) => {
    expect(values.filter((value) => !i18next.exists(`${prefix}.${value}`))).toEqual([]);
  });

  it('hold no empty one', () => {
    const empty = (node: unknown): boolean => (typeof node === 'string' ? node.trim() === '' : Object.values(node as object).some(empty));
    expect(empty(english)).toBe(false);
  });
});
