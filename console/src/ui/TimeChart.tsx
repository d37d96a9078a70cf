import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './TimeChart.module.css';
import { drawnOver, stacked, stretch, type TimeSeries } from './timeSeries';
import { useClock } from './TimeText';

interface TimeChartProps {
  /** What the picture shows, for who cannot see it. */
  label: string;
  /** Beginnings of the stretches, in seconds since 1970. */
  starts: number[];
  /** Length of a stretch in seconds. */
  width: number;
  series: TimeSeries[];
  height?: number;
  /** How a value reads. */
  say?: (value: number | null, series: TimeSeries) => string;
  /** Called with the first and last stretch that was drawn over, or clicked. */
  onSelect?: (first: number, last: number) => void;
}

const count = (value: number | null) => (value === null ? '–' : value.toLocaleString('en'));

/** Bars and lines over time, with what stands under the pointer in words, and the same as a table. */
export function TimeChart({ label, starts, width, series, height = 200, say = count, onSelect }: TimeChartProps) {
  const { t } = useTranslation();
  const { style } = useClock();
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  const [at, setAt] = useState<number | null>(null);
  const drawn = useMemo(() => stacked(series), [series]);

  useEffect(() => {
    const place = box.current as HTMLDivElement;
    const chosen = (from: number, to: number) => select.current?.(...drawnOver(from, to, starts, width));
    let wanted = true;
    let end = () => {};
    // The library is fetched with the first chart; the place for it is kept free meanwhile.
    void import('./drawChart').then(({ drawChart }) => {
      if (wanted) {
        end = drawChart({ place, height, starts, width, series: drawn, style, onPoint: setAt, onSelect: chosen, selectable: Boolean(select.current) });
      }
    });
    return () => {
      wanted = false;
      end();
    };
    // The scheme changes what the colours' names stand for.
  }, [drawn, starts, width, height, style, scheme]);

  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.legend}>
        {series.map((one) => (
          <span key={one.label} className={styles.item}>
            <span className={styles.mark} data-kind={one.kind} style={{ background: `var(${one.colour})` }} aria-hidden />
            {one.label}
            {at !== null && <b>{say(one.values[at] ?? null, one)}</b>}
          </span>
        ))}
        <span className={styles.when}>{at !== null && starts[at] !== undefined ? stretch(starts[at], width, style) : ''}</span>
      </div>
      <div ref={box} className={styles.box} style={{ height }} data-selectable={Boolean(onSelect)} data-testid="time-chart" aria-hidden />
      <details className={styles.details}>
        <summary>{t('common.asTable')}</summary>
        <SeriesTable label={label} starts={starts} width={width} series={series} say={say} onSelect={onSelect} />
      </details>
    </figure>
  );
}

function SeriesTable({ label, starts, width, series, say, onSelect }: Required<Pick<TimeChartProps, 'label' | 'starts' | 'width' | 'series' | 'say'>> & Pick<TimeChartProps, 'onSelect'>) {
  const { t } = useTranslation();
  const { style } = useClock();
  return (
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('common.time')}</th>
            {series.map((one) => (
              <th key={one.label} scope="col">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {starts.map((start, i) => (
            <tr key={start}>
              <th scope="row">
                {onSelect ? (
                  <button type="button" className={styles.link} onClick={() => onSelect(i, i)}>
                    {stretch(start, width, style)}
                  </button>
                ) : (
                  stretch(start, width, style)
                )}
              </th>
              {series.map((one) => (
                <td key={one.label}>{say(one.values[i] ?? null, one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
