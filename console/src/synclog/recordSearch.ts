import { z } from 'zod';

/** The record page's address: whether the permission details or a dialog stand open. */
export const recordSearch = z.object({
  show: z.enum(['details', 'confirm', 'retry', 'modify', 'cancel']).optional().catch(undefined),
});
