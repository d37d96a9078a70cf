import { local, utc, type TimeStyle } from './times';

/** Something counted in equal stretches of time. */
export interface TimeSeries {
  label: string;
  /** One for each stretch; null where there is nothing to say. */
  values: (number | null)[];
  /** Name of a CSS variable. */
  colour: string;
  /** Bars are stacked in the order given; a line is a share from 0 to 1, with an axis of its own. */
  kind: 'bar' | 'line';
}

/**
 * The series in the order in which they are drawn, bars with those below them added: the whole stack first, then what stands before it, lines
 * last.
 */
export function stacked(series: readonly TimeSeries[]): TimeSeries[] {
  let below: number[] = [];
  const bars = series
    .filter(({ kind }) => kind === 'bar')
    .map((bar) => {
      const base = below;
      below = bar.values.map((value, i) => (value ?? 0) + (base[i] ?? 0));
      return { ...bar, values: below };
    });
  return [...bars.toReversed(), ...series.filter(({ kind }) => kind === 'line')];
}

/** The first and the last stretch a reader drew over, in the order of time; both within the chart. */
export function drawnOver(from: number, to: number, starts: readonly number[], width: number): [number, number] {
  const index = (at: number) => Math.max(0, Math.min(starts.length - 1, Math.floor((at - (starts[0] ?? 0)) / width)));
  return [index(Math.min(from, to)), index(Math.max(from, to))];
}

const DAY = 86_400;

/** A moment on the axis: the day where stretches are days or the day begins, else the time of day. */
export function axisLabel(seconds: number, width: number, style: TimeStyle): string {
  const at = new Date(seconds * 1000);
  const text = style === 'utc' ? utc(at) : local(at);
  const time = text.slice(11, 16);
  return width >= DAY || time === '00:00' ? text.slice(5, 10) : time;
}

/** A stretch in words: "2026-11-28 10:00 – 11:00". */
export function stretch(start: number, width: number, style: TimeStyle): string {
  const say = (seconds: number) => (style === 'utc' ? utc : local)(new Date(seconds * 1000));
  const from = say(start);
  const to = say(start + width);
  const end = from.slice(0, 10) === to.slice(0, 10) ? to.slice(11, 16) : to.slice(0, 16);
  return `${from.slice(0, 16)} – ${end}${style === 'utc' ? ' UTC' : ''}`;
}
