/** Sets of rows as SQL arrays, for statements that work on many rows at once through {@code unnest}. Owns no table, calls nobody. */
@NullMarked
package dev.syncline.sql;

import org.jspecify.annotations.NullMarked;
