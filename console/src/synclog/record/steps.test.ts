import { expect, it } from 'vitest';
import type { LogEntry } from '../../api/tasks';
import { inOrder } from './steps';

const entry = (event: string, at: string): LogEntry => ({ id: event, at, event, actor: null, message: null, detail: null });

it('steps stand in the order in which they happened, to the microsecond', () => {
  const log = [entry('FAILED', '2026-11-22T19:12:54.0502Z'), entry('STARTED', '2026-11-22T19:12:54.050197Z'), entry('OPENED', '2026-11-22T19:12:54Z')];
  expect(inOrder(log).map(({ event }) => event)).toEqual(['OPENED', 'STARTED', 'FAILED']);
});
