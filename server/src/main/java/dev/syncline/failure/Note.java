package dev.syncline.failure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said or did about a group, or that it came back.
 *
 * @param text the note, or the reason for what was done; for OWNER the new owner. May be null
 */
record Note(UUID id, Instant at, @Nullable String by, Event event, @Nullable String text) {

    enum Event {
        NOTE,
        ACKNOWLEDGED,
        RESOLVED,
        REOPENED,
        CAME_BACK,
        OWNER
    }
}
