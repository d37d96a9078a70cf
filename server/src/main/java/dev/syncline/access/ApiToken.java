package dev.syncline.access;

import dev.syncline.rights.Right;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as it is listed; its value is not known any more.
 *
 * @param rights what it is limited to; null for all its maker may do
 * @param expiresAt null for never
 * @param lastUsedAt to five minutes; null for never
 */
record ApiToken(
        UUID id,
        String name,
        Maker madeBy,
        @Nullable Set<Right> rights,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /**
     * The administrator whose rights bound its own.
     *
     * @param name null where nobody has looked it up
     */
    record Maker(UUID id, @Nullable String name) {}
}
