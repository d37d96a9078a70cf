import { queryOptions, skipToken } from '@tanstack/react-query';

/** Whether the session has ended while somebody was typing: the page stays then, for what was typed would be lost with it. */
export const endedQuery = queryOptions({ queryKey: ['session ended'], queryFn: skipToken, initialData: false, staleTime: Infinity });

let typedAt: string | undefined;

document.addEventListener('input', () => (typedAt = window.location.pathname), { capture: true });

/** Whether anything was typed or chosen on this page. */
export const hasTyped = () => typedAt === window.location.pathname;
