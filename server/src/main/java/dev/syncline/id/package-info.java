/** Ids: UUIDv7 (RFC 9562, section 5.7), so that an id carries the time its row was made and tables sort and partition by it. */
@NullMarked
package dev.syncline.id;

import org.jspecify.annotations.NullMarked;
