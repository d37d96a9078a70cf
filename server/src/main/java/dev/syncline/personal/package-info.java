/**
 * Who sees personal values in what tasks carried: they are stored as they are and hidden on the way out ({@link dev.syncline.journal.Veil})
 * from a caller without the right {@code SEE_PERSONAL}. Owns the table {@code personal_mark_key}. Calls {@code application} (which attributes
 * are personal), {@code rights}, {@code task} and {@code secret}.
 */
@NullMarked
package dev.syncline.personal;

import org.jspecify.annotations.NullMarked;
