import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Words in a table that go on below, where the other cells are cut. */
export function Wrapped({ dimmed = false, children }: { dimmed?: boolean; children: ReactNode }) {
  return (
    <Text size="sm" c={dimmed ? 'dimmed' : undefined} component="div" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  );
}
