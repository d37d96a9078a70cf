/**
 * How long things are kept: periods, legal holds against them, and the erasure of one person's data (a legal duty), after which the sealed
 * chain is as valid as before. Owns {@code retention_period}, {@code legal_hold} and {@code erasure}. Gives up months of {@code task}, of what
 * hangs on it, and of {@code audit_entry}, and empties what is personal in them and, as {@link
 * dev.syncline.retention.Traces} lists it, wherever else a person leaves names; tells {@code integrity} before. Calls the ground alone.
 */
@NullMarked
package dev.syncline.retention;

import org.jspecify.annotations.NullMarked;
