/**
 * Reconciliation: reads what an application has, compares it with what is known here, and lets a person adopt, link or ignore what was
 * found. A {@code Run} reads page by page in the background and writes nothing to the target; every {@code Finding} is one object of the
 * target, or one that is missing there. Linking changes what is known here and sends nothing; only bringing accounts into line opens tasks.
 * Owns the tables {@code reconciliation_run}, {@code reconciliation_finding} and {@code reconciliation_link}; the statements that compare
 * read, and only read, those of {@code account}, {@code presence} and {@code identity}. Calls {@code application} to reach targets, {@code
 * account} and {@code presence} to keep what was found, {@code mapping} for what is expected, {@code intake} for tasks, {@code task} for
 * locks, {@code personal} for what a reader may see, and {@code background} to work beside the requests.
 */
@NullMarked
package dev.syncline.reconciliation;

import org.jspecify.annotations.NullMarked;
