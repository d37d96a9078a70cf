/**
 * The synchronization log as it is read: the list with its filters, facets and histogram, one record in full, with why it exists, what to
 * hold it against and what helped before, and the stream of changes. The one reader across tables: it selects from every table and writes to none. Calls {@code task} for what a
 * task is and may, {@code journal} to decode what went over the wire. Its door is {@link dev.syncline.synclog.TaskLog}.
 */
@NullMarked
package dev.syncline.synclog;

import org.jspecify.annotations.NullMarked;
