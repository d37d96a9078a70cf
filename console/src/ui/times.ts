import i18next from '../i18n';

export const TIME_STYLES = ['relative', 'local', 'utc'] as const;
/** How times are shown, everywhere in the console alike. */
export type TimeStyle = (typeof TIME_STYLES)[number];

const two = (n: number) => String(n).padStart(2, '0');

/** 2026-11-22 18:18:38 in UTC. */
export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** 2026-11-22 19:18:38 in the time zone of the reader. */
export function local(at: Date): string {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "3 minutes ago", "in 2 hours"; the largest unit that fits, rounded towards now. */
export function relative(at: Date, now: Date, language = i18next.language): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const [unit, size] = STEPS.find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 1];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' });
  return format.format(Math.trunc(seconds / size), unit);
}

/** Milliseconds as people say them: 340 ms, 2.4 sec, 3 min 5 sec. */
export function duration(ms: number, language = i18next.language): string {
  const say = (value: number, unit: string) => value.toLocaleString(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  if (ms < 1000) {
    return say(Math.round(ms), 'millisecond');
  }
  if (ms < 60_000) {
    return say(ms / 1000, 'second');
  }
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) {
    return `${say(minutes, 'minute')} ${say(Math.floor((ms % 60_000) / 1000), 'second')}`;
  }
  return `${say(Math.floor(minutes / 60), 'hour')} ${say(minutes % 60, 'minute')}`;
}
