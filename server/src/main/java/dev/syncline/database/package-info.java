/**
 * Where the data lies: starts the server's own PostgreSQL before the first connection and stops it after the last one, unless
 * an external database is given. Owns no table; calls only {@code settings}.
 */
@NullMarked
package dev.syncline.database;

import org.jspecify.annotations.NullMarked;
