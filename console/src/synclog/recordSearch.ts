import { z } from 'zod/mini';

/** The record page's address: whether the permission details or a dialog stand open, and what the record is held against. */
export const recordSearch = z.object({
  show: z.catch(z.optional(z.enum(['details', 'confirm', 'retry', 'modify', 'cancel'])), undefined),
  compare: z.catch(z.optional(z.enum(['attempt', 'object', 'kind'])), undefined),
});

export type Comparison = NonNullable<z.infer<typeof recordSearch>['compare']>;
