import { describe, expect, it } from 'vitest';
import { ACTIONS, FAILURE_KINDS, OBJECT_TYPES, SOURCES, STATUSES } from '../../api/tasks';
import type { Zone } from '../moments';
import { logSearch, stringified, type LogSearch } from '../search';
import { NO_NAMES, type Names } from './names';
import { readQuery } from './read';
import { termsOf } from './syntax';
import { writeQuery } from './write';

// Where clocks are half an hour off the others and are turned back in autumn, so that local time is not UTC by chance.
process.env.TZ = 'America/St_Johns';

const DIRECTORY = '01890000-0000-7000-8000-000000000001';
const PAYROLL = '01890000-0000-7000-8000-000000000002';
const MING = '01890000-0000-7000-8000-000000000003';
const TWIN = '01890000-0000-7000-8000-000000000004';

const names: Names = {
  application: [
    { id: DIRECTORY, name: 'Company directory' },
    { id: PAYROLL, name: 'Payroll "new", EU' },
    { id: TWIN, name: 'Twin' },
    { id: '01890000-0000-7000-8000-000000000005', name: 'twin' },
  ],
  user: [{ id: MING, name: 'ming.li' }],
  account: [],
};

const read = (line: string, zone: Zone = 'utc') => readQuery(line, names, zone);
const write = (search: LogSearch, zone: Zone = 'utc') => writeQuery(search, names, zone);

describe('the query line', () => {
  it('says the same as the filters', () => {
    const line = 'status:failed app:"Company directory" user:ming.li opened>=2026-01-01 refused text';
    const { search, problems } = read(line);
    expect(problems).toEqual([]);
    expect(search).toEqual({
      view: 'all',
      status: ['FAILED'],
      application: [DIRECTORY],
      user: [MING],
      from: '2026-01-01T00:00:00.000Z',
      q: 'refused text',
    });
    expect(write(search)).toBe(line);
  });

  it('takes several values, in any case, with spaces or dashes for underscores', () => {
    expect(read('STATUS:Failed,"awaiting callback" source:access-request').search).toMatchObject({
      status: ['FAILED', 'AWAITING_CALLBACK'],
      source: ['ACCESS_REQUEST'],
    });
    expect(read('status:failed status:failed,queued').search.status).toEqual(['FAILED', 'QUEUED']);
  });

  it('begins with what needs a person unless it is taken away', () => {
    expect(write({})).toBe('needs:person');
    expect(read('needs:person order:newest').search).toEqual({ view: 'attention', order: 'newest' });
    expect(write({ view: 'all' })).toBe('');
    expect(read('').search).toEqual({ view: 'all' });
  });

  it('writes an id where the name is not known or not its alone', () => {
    expect(write({ view: 'all', application: [TWIN, DIRECTORY] })).toBe(`app:${TWIN},"Company directory"`);
    expect(writeQuery({ view: 'all', user: [MING] }, NO_NAMES, 'utc')).toBe(`user:${MING}`);
    expect(read(`app:${TWIN.toUpperCase()}`).search.application).toEqual([TWIN]);
  });

  it('searches for what only looks like a filter when it stands in quotation marks', () => {
    const q = 'code:403 "quoted" -x>1 plain';
    expect(read(write({ view: 'all', q })).search).toEqual({ view: 'all', q });
    expect(read(write({ view: 'all', q })).problems).toEqual([]);
  });
});

describe('a day', () => {
  it('is not the same here as in UTC', () => {
    expect(new Date(2026, 5, 15).getTimezoneOffset()).toBe(150);
  });

  it('keeps the hour that comes twice in autumn apart', () => {
    for (const from of ['2026-11-01T03:45:00.000Z', '2026-11-01T04:45:00.000Z']) {
      expect(read(write({ view: 'all', from }, 'local'), 'local').search.from).toBe(from);
    }
  });

  it.each([
    ['opened:2026-02-28', '2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['opened>2026-02-28', '2026-03-01T00:00:00.000Z', undefined],
    ['opened<=2026-02-28', undefined, '2026-03-01T00:00:00.000Z'],
    ['opened>=2026-02-28T09:30 opened<2026-02-28T09:30:15', '2026-02-28T09:30:00.000Z', '2026-02-28T09:30:15.000Z'],
    ['opened>=2026-02-28T09:30+02:00', '2026-02-28T07:30:00.000Z', undefined],
    ['opened>=-24h', '-24h', undefined],
    ['opened<-7d', undefined, '-7d'],
  ])('%s is from %s to %s', (line, from, to) => {
    const { search, problems } = read(line);
    expect(problems).toEqual([]);
    expect([search.from, search.to]).toEqual([from, to]);
  });

  it('is the reader\'s own day when times are shown in local time', () => {
    const { search } = read('opened:2026-06-15', 'local');
    expect(search.from).toBe(new Date(2026, 5, 15).toISOString());
    expect(search.to).toBe(new Date(2026, 5, 16).toISOString());
    expect(write(search, 'local')).toBe('opened>=2026-06-15 opened<2026-06-16');
  });
});

describe('what is wrong', () => {
  it.each([
    ['status:faild', 'unknownValue', 'faild', 'failed'],
    ['status:no_callback', 'noCallback', 'no_callback', undefined],
    ['stauts:failed x', 'unknownField', 'stauts:failed', 'status:failed'],
    ['application:"Company directory"', 'unknownField', 'application:"Company directory"', 'app:"Company directory"'],
    ['zzz:403', 'unknownField', 'zzz:403', '"zzz:403"'],
    ['app:Compny', 'unknownName', 'Compny', undefined],
    ['app:"Company directori"', 'unknownName', '"Company directori"', '"Company directory"'],
    ['app:Twin', 'notUnique', 'Twin', undefined],
    ['user:nobody', 'unknownName', 'nobody', undefined],
    ['status:', 'noValue', 'status:', undefined],
    ['status>failed', 'onlyTimesCompare', 'status>failed', 'status:failed'],
    ['opened>=yesterday', 'notATime', 'yesterday', undefined],
    ['opened>=2026-02-31', 'notATime', '2026-02-31', undefined],
    ['opened:-24h', 'relativeIsADay', 'opened:-24h', 'opened>=-24h'],
    ['opened>=2026-01-01 opened>2026-01-02', 'twice', 'opened>2026-01-02', undefined],
    ['opened<2026-01-01 opened>=2026-01-02', 'emptyPeriod', 'opened<2026-01-01 opened>=2026-01-02', undefined],
    ['batch:17', 'notAnId', '17', undefined],
    ['order:up', 'unknownValue', 'up', undefined],
    ['app:"Company', 'openQuote', '"Company', undefined],
    ['-status:failed', 'negated', '-status:failed', '"-status:failed"'],
  ])('%s: %s at %s', (line, code, text, fix) => {
    const [problem, ...more] = read(line).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, text });
    expect(line.slice(problem?.start, problem?.end)).toBe(text);
    expect(problem?.fix).toBe(fix);
  });

  it('is put right by its fix', () => {
    for (const line of ['status:faild', 'stauts:failed x', 'app:"Company directori"', 'status>failed', 'opened:-24h', 'zzz:403']) {
      const [problem] = read(line).problems;
      const fixed = line.slice(0, problem?.start) + problem?.fix + line.slice(problem?.end);
      expect(read(fixed).problems, fixed).toEqual([]);
    }
  });

  it('leaves the rest of the line as it is', () => {
    expect(read('status:faild,queued app:Nowhere delete').search).toEqual({ view: 'all', status: ['QUEUED'], q: 'delete' });
  });
});

describe('every view', () => {
  const random = generator(20260101);
  const some = <T>(values: readonly T[]): T[] | undefined => {
    const chosen = values.filter(() => random() < 0.3);
    return chosen.length > 0 ? chosen : undefined;
  };
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const moment = () => (random() < 0.5 ? undefined : random() < 0.3 ? oneOf(['-15m', '-24h', '-7d']) : new Date(Math.floor(random() * 4e12)).toISOString());
  const word = () => oneOf(['ming', '"', 'a"b', '\\', 'status:failed', 'opened>1', '-app:x', 'a,b', 'ünïcødé', '名前', '"two', '<>', ':', '-', 'needs:person']);
  const name = () => oneOf(['Ada Admin', 'a,b', '"', '\\"', 'plain', 'x:y', ' spaced ', '名']);

  const view = (): LogSearch => {
    const [from, to] = [moment(), moment()];
    return logSearch.parse({
      view: random() < 0.5 ? 'all' : 'attention',
      order: oneOf(['oldest', 'newest', undefined]),
      q: random() < 0.5 ? undefined : Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' '),
      status: some(STATUSES),
      application: some([DIRECTORY, PAYROLL, TWIN, '01890000-0000-7000-8000-0000000000ff']),
      action: some(ACTIONS),
      objectType: some(OBJECT_TYPES),
      source: some(SOURCES),
      failureKind: some(FAILURE_KINDS),
      initiator: some([...new Set([name(), name(), name()])]),
      user: some([MING, TWIN]),
      account: some([PAYROLL]),
      batch: some([DIRECTORY]),
      cause: some([MING]),
      failureGroup: some([TWIN]),
      repair: some([PAYROLL]),
      from,
      to: from && to && !from.startsWith('-') && !to.startsWith('-') && from >= to ? undefined : to,
    });
  };

  it.each(['utc', 'local'] as const)('is read back as it was written, with times in %s', (zone) => {
    for (let i = 0; i < 500; i++) {
      const search = view();
      const line = write(search, zone);
      const back = read(line, zone);
      expect(back.problems, line).toEqual([]);
      expect(JSON.parse(JSON.stringify(back.search)), line).toEqual(JSON.parse(JSON.stringify(search)));
      expect(stringified(back.search)).toBe(stringified(search));
      expect(write(back.search, zone)).toBe(line);
    }
  });

  it('whatever is typed, reading ends, and every problem lies within the line', () => {
    const pieces = ['status:', 'failed', '"', '\\', ' ', ',', '>=', '<', 'opened', '-24h', 'app:', ':', '2026-01-01', 'ming', '-', '名'];
    for (let i = 0; i < 2000; i++) {
      const line = Array.from({ length: Math.floor(random() * 12) }, () => oneOf(pieces)).join('');
      const ends = termsOf(line).map(({ start, end }) => [start, end]).flat();
      expect(ends, line).toEqual(ends.toSorted((a, b) => a - b));
      read(line).problems.forEach(({ start, end }) => expect(start >= 0 && start < end && end <= line.length, line).toBe(true));
    }
  });
});

/** Numbers from 0 to 1 that only look like chance (mulberry32): a failure can be told again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
