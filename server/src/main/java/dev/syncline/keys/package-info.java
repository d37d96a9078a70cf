/**
 * Rotation of the keys that seal secrets: a new key, sealing everything anew in the background, and taking an old key away once nothing needs
 * it. Owns no table: it works on the columns other packages declare ({@link dev.syncline.secret.SealedColumn}). Calls {@code secret},
 * {@code rights} and {@code web}.
 */
@NullMarked
package dev.syncline.keys;

import org.jspecify.annotations.NullMarked;
