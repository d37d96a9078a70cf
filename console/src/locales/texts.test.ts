import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { GROUP_STATES, NOTE_EVENTS } from '../api/failures';
import { FINDING_KINDS, FINDING_STATUSES, REMEDIES, RUN_STATUSES } from '../api/governance';
import { REPAIR_ACTIONS, REPAIR_STATUSES, RESULTS, WHYS } from '../api/repairs';
import { OUTCOMES } from '../api/audit';
import { CHANNEL_KINDS, CONDITION_KINDS, DAYS, DELIVERY_STATUSES, MESSAGE_TYPES, SEVERITIES } from '../api/notifications';
import { REFUSALS, ROLES } from '../api/signin';
import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES } from '../api/tasks';
import { STATES } from '../integrity/integrity';
import { KEPT, PHASES, SUBJECT_TYPES } from '../retention/retention';
import { LOOKS } from '../synclog/statuses';
import { KNOWN_EVENTS } from '../synclog/record/events';
import { chinese as chineseFirst, chinesePages } from './chinese';
import { english as englishFirst, englishPages } from './english';
import type { LaterTexts } from './parts';

const fetched = async (pages: LaterTexts) => Object.fromEntries(await Promise.all(Object.entries(pages).map(async ([part, texts]) => [part, await texts()] as const)));
const english = { ...englishFirst, ...(await fetched(englishPages)) };
const chinese = { ...chineseFirst, ...(await fetched(chinesePages)) };

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
    ['failures.state', GROUP_STATES],
    ['failures.event', NOTE_EVENTS.filter((event) => event !== 'NOTE')],
    ['repairs.action', REPAIR_ACTIONS],
    ['repairs.doneWord', REPAIR_ACTIONS],
    ['repairs.runMeaning', REPAIR_ACTIONS],
    ['repairs.status', REPAIR_STATUSES],
    ['repairs.result', RESULTS],
    ['repairs.why', WHYS],
    ['notifications.kind', CHANNEL_KINDS],
    ['notifications.kindHelp', CHANNEL_KINDS],
    ['notifications.condition', CONDITION_KINDS],
    ['notifications.conditionHelp', CONDITION_KINDS],
    ['notifications.words', CONDITION_KINDS],
    ['notifications.day', DAYS],
    ['notifications.deliveryStatus', DELIVERY_STATUSES],
    ['notifications.messageType', MESSAGE_TYPES],
    ['notifications.severity', SEVERITIES],
    ['signin.refused', REFUSALS],
    ['signin.role', ROLES],
    ['retention.kept', KEPT],
    ['retention.keptHelp', KEPT],
    ['retention.before', KEPT],
    ['retention.subjectType', SUBJECT_TYPES],
    ['retention.phase', PHASES],
    ['integrity.state', STATES],
    ['audit.outcomeWord', OUTCOMES],
  ])('%s has a word for every value', (prefix, values) => {
    expect(values.filter((value) => !i18next.exists(`${prefix}.${value}`))).toEqual([]);
  });

  it('hold no empty one', () => {
    const empty = (node: unknown): boolean => (typeof node === 'string' ? node.trim() === '' : Object.values(node as object).some(empty));
    expect(empty(english)).toBe(false);
    expect(empty(chinese)).toBe(false);
  });
});

type Texts = Record<string, unknown>;

/** Each text by its key. Chinese has one form for every count, so the form for one is left aside. */
function flat(texts: Texts, above = ''): Record<string, string> {
  const entries = Object.entries(texts).filter(([key]) => !key.endsWith('_one'));
  return Object.assign({}, ...entries.map(([key, text]) => (typeof text === 'string' ? { [above + key]: text } : flat(text as Texts, `${above}${key}.`))));
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].toSorted();

describe('the Chinese texts', () => {
  it('have the parts the English ones have', () => {
    expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it.each(Object.keys(chinese))('of %s are the English ones, with the same placeholders', (part) => {
    const ours = flat(chinese[part] as Texts);
    const theirs = flat(english[part] as Texts);
    expect(Object.keys(ours).toSorted()).toEqual(Object.keys(theirs).toSorted());
    const differing = Object.keys(theirs).filter((key) => placeholders(ours[key] as string).join() !== placeholders(theirs[key] as string).join());
    expect(differing).toEqual([]);
  });
});
