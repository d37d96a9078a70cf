import { describe, expect, it } from 'vitest';
import { axisLabel, drawnOver, stacked, stretch, type TimeSeries } from './timeSeries';

const bars = (...values: (number | null)[]): TimeSeries => ({ label: 'l', colour: '--c', kind: 'bar', values });

describe('series over time', () => {
  it('stand on each other, the whole first and lines last', () => {
    const share: TimeSeries = { ...bars(0.5, null), kind: 'line' };
    const drawn = stacked([bars(1, 2), share, bars(10, null), bars(100, 0)]);
    expect(drawn.map(({ values }) => values)).toEqual([[111, 2], [11, 2], [1, 2], [0.5, null]]);
  });

  it('know which stretches were drawn over', () => {
    const starts = [1000, 1060, 1120];
    expect(drawnOver(1070, 1130, starts, 60)).toEqual([1, 2]);
    expect(drawnOver(1130, 1070, starts, 60)).toEqual([1, 2]);
    expect(drawnOver(1065, 1065, starts, 60)).toEqual([1, 1]);
    expect(drawnOver(0, 9999, starts, 60)).toEqual([0, 2]);
  });

  it('name the day where the time of day says nothing', () => {
    const noon = Date.UTC(2026, 10, 28, 12) / 1000;
    expect(axisLabel(noon, 3600, 'utc')).toBe('12:00');
    expect(axisLabel(noon, 86_400, 'utc')).toBe('11-28');
    expect(axisLabel(noon - 12 * 3600, 3600, 'utc')).toBe('11-28');
  });

  it('say a stretch shortly', () => {
    const noon = Date.UTC(2026, 10, 28, 12) / 1000;
    expect(stretch(noon, 3600, 'utc')).toBe('2026-11-28 12:00 – 13:00 UTC');
    expect(stretch(noon, 86_400, 'utc')).toBe('2026-11-28 12:00 – 2026-11-29 12:00 UTC');
  });
});
