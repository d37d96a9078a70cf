import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './Histogram.module.css';

export interface Bar {
  /** What the bar stands for, for the tooltip. */
  title: string;
  parts: { value: number; colour: string }[];
}

interface HistogramProps {
  label: string;
  /** How it is used without a pointer. */
  hint: string;
  bars: Bar[];
  from: string;
  to: string;
  /** Between both ends of the axis. */
  note?: string;
  /** Called with the first and last bar of a brushed stretch. */
  onBrush: (first: number, last: number) => void;
}

const HEIGHT = 44;
const STEP = 10;

/** From where the stretch was begun to where it is drawn. */
type Stretch = [anchor: number, end: number];

/** Stacked bars over time; drawing over a stretch selects it, as do the arrow keys with Shift, and Enter. */
export function Histogram({ label, hint, bars, from, to, note, onBrush }: HistogramProps) {
  const [drawn, setDrawn] = useState<Stretch | null>(null);
  const [walked, setWalked] = useState<Stretch | null>(null);
  const hintId = useId();
  const highest = Math.max(1, ...bars.map(total));
  const within = (index: number) => Math.max(0, Math.min(bars.length - 1, index));
  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return within(Math.floor(((event.clientX - box.left) / box.width) * bars.length));
  };
  const take = ([anchor, end]: Stretch) => {
    setDrawn(null);
    setWalked(null);
    onBrush(Math.min(anchor, end), Math.max(anchor, end));
  };
  const onKey = (event: KeyboardEvent) => {
    const [anchor, end] = walked ?? [bars.length - 1, bars.length - 1];
    const goal = goalOf(event.key, end, bars.length);
    if (goal !== undefined) {
      const next = walked ? within(goal) : end;
      setWalked([event.shiftKey ? anchor : next, next]);
    } else if (event.key === 'Enter' && walked) {
      take(walked);
    } else if (event.key === 'Escape' && walked) {
      setWalked(null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const stretch = drawn ?? walked;
  const [first, last] = stretch ? [Math.min(...stretch), Math.max(...stretch)] : [0, 0];
  const said = [...new Set([bars[first]?.title, bars[last]?.title])].join(' – ');
  return (
    <div data-testid="histogram">
      <div
        className={styles.brushable}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={hintId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bars.length - 1)}
        aria-valuenow={walked?.[1] ?? Math.max(0, bars.length - 1)}
        aria-valuetext={walked ? said : `${from} – ${to}`}
        onKeyDown={onKey}
        onBlur={() => setWalked(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setWalked(null);
          setDrawn([at(event), at(event)]);
        }}
        onPointerMove={(event) => drawn && setDrawn([drawn[0], at(event)])}
        onPointerUp={() => drawn && take(drawn)}
        onPointerCancel={() => setDrawn(null)}
      >
        <svg className={styles.chart} viewBox={`0 0 ${Math.max(1, bars.length) * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          {bars.map((bar, i) => (
            <Stack key={i} bar={bar} x={i * STEP} highest={highest} />
          ))}
          <line x1={0} x2={bars.length * STEP} y1={HEIGHT} y2={HEIGHT} stroke="var(--sl-border)" vectorEffect="non-scaling-stroke" />
          {stretch && <rect className={styles.brush} x={first * STEP} width={(last - first + 1) * STEP} y={0} height={HEIGHT} />}
        </svg>
      </div>
      <div className={styles.axis}>
        <span>{from}</span>
        <span>{walked ? said : note}</span>
        <span>{to}</span>
      </div>
      <span id={hintId} hidden>
        {hint}
      </span>
    </div>
  );
}

function goalOf(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return at - 1;
    case 'ArrowRight':
      return at + 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
  }
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
