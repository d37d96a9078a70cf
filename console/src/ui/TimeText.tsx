import { Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';
import { local, relative, utc, type TimeStyle } from './times';

interface Clock {
  style: TimeStyle;
  setStyle: (style: TimeStyle) => void;
  /** Counts up; whoever reads it is drawn anew when relative times have changed. */
  tick: number;
}

const ClockContext = createContext<Clock>({ style: 'relative', setStyle: () => {}, tick: 0 });

/** One clock for all times on the page: one style, and one tick for all that are relative. */
export function ClockProvider({ children }: { children: ReactNode }) {
  const [style, setStyle] = useLocalStorage<TimeStyle>({ key: 'syncline.times', defaultValue: 'relative', getInitialValueInEffect: false });
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  return <ClockContext value={{ style, setStyle, tick }}>{children}</ClockContext>;
}

/** The clock, and how it says a time where only an exact one makes sense: on an axis, in a title, in a filter. */
export function useClock() {
  const clock = useContext(ClockContext);
  const zone: 'utc' | 'local' = clock.style === 'utc' ? 'utc' : 'local';
  const say = (at: string, precision: 'minutes' | 'seconds' = 'seconds') => {
    const exact = zone === 'utc' ? utc(new Date(at)) : local(new Date(at));
    return precision === 'seconds' ? exact : exact.slice(0, 16) + (zone === 'utc' ? 'Z' : '');
  };
  return { ...clock, zone, say };
}

interface TimeTextProps {
  at: string | null | undefined;
  /** Overrides the style chosen for the console; for places where only one makes sense. */
  as?: TimeStyle;
}

export function TimeText({ at, as }: TimeTextProps) {
  const { style } = useClock();
  const { i18n } = useTranslation();
  if (!at) {
    return null;
  }
  const date = new Date(at);
  const now = new Date();
  const shown: Record<TimeStyle, () => string> = {
    relative: () => relative(date, now, i18n.language),
    local: () => local(date),
    utc: () => utc(date),
  };
  return (
    <Tooltip label={`${utc(date)}\n${local(date)} · ${relative(date, now, i18n.language)}`} style={{ whiteSpace: 'pre' }}>
      <time dateTime={at} className={styles.time}>
        {shown[as ?? style]()}
      </time>
    </Tooltip>
  );
}
