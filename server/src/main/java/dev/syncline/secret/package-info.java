/**
 * Seals secrets before they are stored and opens them when they are needed. The keys lie in the database, wrapped with a key that lies beside
 * the data or comes from the environment, never in the database. Owns the tables {@code key_set} and {@code data_key}; calls {@code journal}
 * (whose bodies it can seal), {@code problem} and {@code settings}.
 */
@NullMarked
package dev.syncline.secret;

import org.jspecify.annotations.NullMarked;
