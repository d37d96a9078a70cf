import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** The filters above a list. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <Group gap="xs" mb={10}>
      {children}
    </Group>
  );
}
