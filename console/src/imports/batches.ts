import type { TFunction } from 'i18next';
import type { Batch, TaskCounts } from '../api/bulk';
import type { Status } from '../api/tasks';

/** Which statuses each count of a batch stands for, in the order they are shown. */
export const COUNTED: [count: keyof TaskCounts, status: Status, colour: string][] = [
  ['succeeded', 'SUCCEEDED', 'green.6'],
  ['confirmed', 'CONFIRMED', 'teal.6'],
  ['failed', 'FAILED', 'red.6'],
  ['running', 'RUNNING', 'blue.5'],
  ['awaitingCallback', 'AWAITING_CALLBACK', 'blue.3'],
  ['queued', 'QUEUED', 'gray.4'],
  ['superseded', 'SUPERSEDED', 'gray.4'],
  ['cancelled', 'CANCELLED', 'gray.6'],
];

/** Whether a batch will change by itself: it is being read or run, or its tasks are not through. */
export function isMoving(batch: Batch): boolean {
  const { queued, running, awaitingCallback } = batch.tasks;
  return batch.status === 'READING' || batch.status === 'RUNNING' || queued + running + awaitingCallback > 0;
}

/** Rows that can be imported. */
export const goodRows = ({ total, bad }: Batch) => total - bad;

export const initiatorOf = ({ initiator }: Batch): string => (typeof initiator === 'string' ? initiator : initiator.name);

export const kindOf = (t: TFunction, { kind }: Batch) => t(`imports.kind.${kind}`);
