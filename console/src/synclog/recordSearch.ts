import { z } from 'zod/mini';

/** The record page's address: whether the permission details or a dialog stand open. */
export const recordSearch = z.object({
  show: z.catch(z.optional(z.enum(['details', 'confirm', 'retry', 'modify', 'cancel'])), undefined),
});
