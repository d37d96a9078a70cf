import type { TaskDetail } from '../../api/tasks';

/** When the task failed last. */
export const failedAt = ({ log }: Pick<TaskDetail, 'log'>): string | undefined =>
  log.findLast(({ event }) => event === 'FAILED' || event === 'NO_CALLBACK')?.at;
