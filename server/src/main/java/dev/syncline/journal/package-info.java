/**
 * The record of what happened: operation log, attempts, and what went over the wire, redacted on the way in. Append only.
 * Owns the tables {@code entry}, {@code attempt} and {@code wire_message}. Calls nobody.
 */
@NullMarked
package dev.syncline.journal;

import org.jspecify.annotations.NullMarked;
