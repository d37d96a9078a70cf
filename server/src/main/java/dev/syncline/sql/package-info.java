/**
 * What statements are made of: sets of rows as SQL arrays, for many rows at once through {@code unnest}, and free text in patterns. Owns no
 * table, calls nobody.
 */
@NullMarked
package dev.syncline.sql;

import org.jspecify.annotations.NullMarked;
