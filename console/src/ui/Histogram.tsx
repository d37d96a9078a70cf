import { useState, type PointerEvent } from 'react';
import styles from './Histogram.module.css';

export interface Bar {
  /** What the bar stands for, for the tooltip. */
  title: string;
  parts: { value: number; colour: string }[];
}

interface HistogramProps {
  label: string;
  bars: Bar[];
  from: string;
  to: string;
  /** Called with the first and last bar of a brushed stretch. */
  onBrush: (first: number, last: number) => void;
}

const HEIGHT = 44;
const STEP = 10;

/** Stacked bars over time; drawing over a stretch selects it. */
export function Histogram({ label, bars, from, to, onBrush }: HistogramProps) {
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const highest = Math.max(1, ...bars.map(total));
  const at = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * bars.length);
    return Math.max(0, Math.min(bars.length - 1, index));
  };
  const end = () => {
    if (brush) {
      onBrush(Math.min(...brush), Math.max(...brush));
      setBrush(null);
    }
  };
  return (
    <div role="img" aria-label={label} data-testid="histogram">
      <svg
        className={styles.chart}
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush([at(event), at(event)]);
        }}
        onPointerMove={(event) => brush && setBrush([brush[0], at(event)])}
        onPointerUp={end}
      >
        {bars.map((bar, i) => (
          <Stack key={i} bar={bar} x={i * STEP} highest={highest} />
        ))}
        <line x1={0} x2={bars.length * STEP} y1={HEIGHT} y2={HEIGHT} stroke="var(--sl-border)" vectorEffect="non-scaling-stroke" />
        {brush && (
          <rect
            className={styles.brush}
            x={Math.min(...brush) * STEP}
            width={(Math.abs(brush[1] - brush[0]) + 1) * STEP}
            y={0}
            height={HEIGHT}
          />
        )}
      </svg>
      <div className={styles.axis} aria-hidden>
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}

function Stack({ bar, x, highest }: { bar: Bar; x: number; highest: number }) {
  let y = HEIGHT;
  return (
    <g>
      <title>{bar.title}</title>
      <rect x={x} y={0} width={STEP} height={HEIGHT} fill="transparent" />
      {bar.parts.map(({ value, colour }) => {
        // Few among many must still be seen.
        const height = value === 0 ? 0 : Math.max(2, (value / highest) * (HEIGHT - 2));
        y -= height;
        return <rect key={colour} x={x + 1} y={y} width={STEP - 2} height={height} fill={colour} />;
      })}
    </g>
  );
}

const total = (bar: Bar) => bar.parts.reduce((sum, part) => sum + part.value, 0);
