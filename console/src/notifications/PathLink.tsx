import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** A link to a place in the console that the server named, with its filter. */
export function PathLink({ path, children }: { path: string; children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      router.history.push(path);
    }
  };
  return (
    <Anchor size="sm" href={path} onClick={follow}>
      {children}
    </Anchor>
  );
}
