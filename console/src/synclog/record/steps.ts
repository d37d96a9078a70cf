import type { LogEntry } from '../../api/tasks';

/** The operation log as it happened; microseconds count, for a try may begin and fail within one millisecond. */
export function inOrder(log: LogEntry[]): LogEntry[] {
  const instant = (at: string) => at.replace(/Z$/, at.includes('.') ? '' : '.').padEnd(29, '0');
  return log.toSorted((a, b) => instant(a.at).localeCompare(instant(b.at)));
}
