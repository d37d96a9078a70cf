/** A point in time as a filter has it: an instant (ISO 8601), or a time before now such as "-24h". */
export type Moment = string;

const RELATIVE = /^-(\d{1,4})([mhdw])$/;
const MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Counted from now: "-15m", "-24h", "-7d", "-2w". */
export const isRelative = (moment: Moment) => RELATIVE.test(moment);

export const isMoment = (text: string) => isRelative(text) || (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)));

/** The instant that is meant, when now is this many milliseconds after 1970. */
export function asInstant(moment: Moment | undefined, now: number): string | undefined {
  const [, count, unit] = (moment && RELATIVE.exec(moment)) || [];
  return count ? new Date(now - Number(count) * MILLISECONDS[unit as keyof typeof MILLISECONDS]).toISOString() : moment;
}

/** The time zone a reader sees times in. */
export type Zone = 'local' | 'utc';

/** A stretch of time from its first instant up to the one after it, in milliseconds since 1970. */
interface Stretch {
  from: number;
  to: number;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/** A day or a time as people write it: "2026-01-31", "2026-01-31T09:30", "2026-01-31T09:30:00Z". Nothing when it is none. */
export function readStretch(text: string, zone: Zone): Stretch | undefined {
  const match = WRITTEN.exec(text);
  if (!match) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, milli, offset] = match;
  const numbers = [year, month, day, hour ?? 0, minute ?? 0, second ?? 0, milli ?? 0].map(Number) as Numbers;
  const from = offset && offset.toUpperCase() !== 'Z' ? Date.parse(text.toUpperCase()) : at(numbers, offset ? 'utc' : zone);
  if (Number.isNaN(from) || !exists(numbers)) {
    return undefined;
  }
  if (hour === undefined) {
    const [y, m, d] = numbers;
    return { from, to: at([y, m, d + 1, 0, 0, 0, 0], zone) };
  }
  return { from, to: from + (milli ? 1 : second ? 1000 : 60_000) };
}

/** The instant as short as it can be written without losing any of it. */
export function writeInstant(instant: string, zone: Zone): string {
  const date = new Date(instant);
  const [day, time] = (zone === 'utc' ? date.toISOString() : localIso(date)).split('T') as [string, string];
  const short = time.startsWith('00:00:00.000') ? day : `${day}T${time.slice(0, 12).replace(/\.000$/, '').replace(/:00$/, '')}`;
  // In the hour that comes twice when clocks are turned back, local time does not say which one is meant.
  return readStretch(short, zone)?.from === date.getTime() ? short : date.toISOString();
}

type Numbers = [year: number, month: number, day: number, hour: number, minute: number, second: number, milli: number];

function at([year, month, day, hour, minute, second, milli]: Numbers, zone: Zone): number {
  const parts = [year, month - 1, day, hour, minute, second, milli] as const;
  return zone === 'utc' ? Date.UTC(...parts) : new Date(...parts).getTime();
}

/** False for the 31st of February. */
function exists([year, month, day, hour, minute, second]: Numbers): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

function localIso(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
  return `${day}T${time}`;
}
