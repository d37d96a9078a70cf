import type { ReactNode } from 'react';
import { type Right, useMay } from './rights';

/** Offers something only to those who have the right. */
export function May({ right, children }: { right: Right; children: ReactNode }) {
  return useMay()(right) ? children : null;
}
