/**
 * Retry, confirm or cancel for many tasks at once. A plan first: which tasks, counted by application and cause, what is left out and
 * why; it freezes what a filter of the log finds, in one statement however many that are. Then a run, in the background, under a lease,
 * at a rate, with a stop after so many failures. Each task goes through the door of {@code task} that a single act takes, and has a
 * result. Owns the tables {@code bulk_repair}, {@code bulk_repair_task}, {@code bulk_repair_cause} and {@code bulk_repair_left_out}.
 * Calls {@code synclog} for what a filter finds, {@code task} for the acts, {@code background} for the work, and reads {@code failure_group} and
 * {@code failure} for what failures have in common.
 */
@NullMarked
package dev.syncline.bulkrepair;

import org.jspecify.annotations.NullMarked;
