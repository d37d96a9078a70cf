/**
 * The heart: tasks, their states and their order, and the one guarded door through which every state changes.
 *
 * <pre>
 * QUEUED ──► RUNNING ──► SUCCEEDED
 *   ▲           │  ├────► AWAITING_CALLBACK ──► SUCCEEDED | FAILED
 *   │           │  └────► FAILED
 *   └───────────┘ (retry later, or its worker died)
 * FAILED ──► QUEUED | SUPERSEDED | CONFIRMED | CANCELLED | SUCCEEDED (late callback, only after "no callback")
 * QUEUED ──► CANCELLED | SUPERSEDED
 * </pre>
 *
 * Owns the tables {@code line}, {@code remote_name} and {@code task}. Calls only the journal; other packages hear of settled tasks through {@link
 * dev.syncline.task.TaskEffects} and of failures through {@link dev.syncline.task.FailureListener}.
 */
@NullMarked
package dev.syncline.task;

import org.jspecify.annotations.NullMarked;
