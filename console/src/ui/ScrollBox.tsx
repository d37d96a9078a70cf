import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';

interface ScrollBoxProps {
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** Scrolls what has no room in it. Then Tab stops at it, so that the arrow keys scroll; otherwise it is no stop. */
export function ScrollBox({ className, style, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useLayoutEffect(() => {
    const element = box.current as HTMLDivElement;
    const look = () => setOver(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) {
      observer.observe(child);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={className} style={{ overflow: 'auto', ...style }} tabIndex={over ? 0 : undefined}>
      {children}
    </div>
  );
}
