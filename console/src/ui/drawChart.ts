import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { TimeStyle } from './times';
import { axisLabel, type TimeSeries } from './timeSeries';

interface Chart {
  place: HTMLElement;
  height: number;
  starts: number[];
  width: number;
  /** In the order in which they are drawn. */
  series: TimeSeries[];
  style: TimeStyle;
  selectable: boolean;
  /** The stretch under the pointer; null when there is none. */
  onPoint: (index: number | null) => void;
  /** What was drawn over or clicked, in seconds since 1970. */
  onSelect: (from: number, to: number) => void;
}

/** Draws a chart that follows the width of its place, until the function it gives back is called. */
export function drawChart(chart: Chart): () => void {
  const { place, height, starts, width, series } = chart;
  const middles = starts.map((start) => start + width / 2);
  const drawn = new uPlot(optionsOf(chart), [middles, ...series.map(({ values }) => values)], place);
  const watch = new ResizeObserver(() => drawn.setSize({ width: place.clientWidth, height }));
  watch.observe(place);
  return () => {
    watch.disconnect();
    drawn.destroy();
  };
}

/** What the library is told. It draws on a canvas, so colours are looked up now. */
function optionsOf({ place, height, starts, width, series, style, selectable, onPoint, onSelect }: Chart): uPlot.Options {
  const colour = (name: string) => getComputedStyle(place).getPropertyValue(name).trim();
  const first = starts[0] ?? 0;
  const hasLine = series.some(({ kind }) => kind === 'line');
  const axis: uPlot.Axis = {
    stroke: colour('--mantine-color-dimmed'),
    font: `11px ${getComputedStyle(place).fontFamily}`,
    grid: { stroke: colour('--sl-border'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: place.clientWidth,
    height,
    padding: [8, hasLine ? 4 : 12, 0, 0],
    legend: { show: false },
    tzDate: (seconds) => (style === 'utc' ? uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC') : new Date(seconds * 1000)),
    scales: {
      x: { range: [first, first + starts.length * width] },
      y: { range: (_, __, most) => [0, Math.max(4, most * 1.05)] },
      share: { range: [0, 1.02] },
    },
    axes: [
      { ...axis, grid: { show: false }, values: (_, splits) => splits.map((at) => axisLabel(at, width, style)) },
      { ...axis, size: 48, values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? value.toLocaleString('en') : '')) },
      ...(hasLine ? [{ ...axis, scale: 'share', side: 1 as const, size: 44, grid: { show: false }, values: (_: uPlot, splits: number[]) => splits.map((share) => (share > 1 ? '' : `${Math.round(share * 100)}%`)) }] : []),
    ],
    series: [{}, ...series.map((one) => (one.kind === 'bar' ? bar(one, colour) : line(one, colour)))],
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: selectable, y: false, setScale: false },
    },
    hooks: {
      setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)],
      setSelect: [
        (chart) => {
          const { left, width: drawn } = chart.select;
          if (drawn > 0) {
            onSelect(chart.posToVal(left, 'x'), chart.posToVal(left + drawn, 'x'));
            chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }
        },
      ],
      ready: [
        (chart) => {
          // A click draws over nothing, and means the stretch it hit.
          chart.over.addEventListener('click', (event) => selectable && onSelect(...twice(chart.posToVal(event.offsetX, 'x'))));
        },
      ],
    },
  };
}

const twice = (value: number): [number, number] => [value, value];

function bar(one: TimeSeries, colour: (name: string) => string): uPlot.Series {
  return { scale: 'y', fill: colour(one.colour), width: 0, paths: uPlot.paths.bars?.({ size: [0.78, 64] }), points: { show: false } };
}

function line(one: TimeSeries, colour: (name: string) => string): uPlot.Series {
  return { scale: 'share', stroke: colour(one.colour), width: 2, spanGaps: false, points: { show: true, size: 5, fill: colour(one.colour) } };
}
