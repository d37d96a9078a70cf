/**
 * Failures grouped by cause: application, kind, and what the message says without names, numbers and ids ({@link
 * dev.syncline.failure.FailurePattern}). A task that fails leaves a row in the transaction in which it fails; a moment later such rows are
 * counted into their groups, so that no two settlements wait for each other and nothing is lost when a server dies. How many tasks stand
 * failed is always counted from the tasks themselves. Owns {@code failure}, {@code failure_group}, {@code failure_hour} and {@code
 * failure_note}; reads {@code task}. Hears of failures from {@code task}, and calls nobody else but the ground.
 */
@NullMarked
package dev.syncline.failure;

import org.jspecify.annotations.NullMarked;
