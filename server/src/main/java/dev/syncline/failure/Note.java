package dev.syncline.failure;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said or did about a group, or that it came back.
 *
 * @param text the note, or the reason for what was done; for OWNER the new owner. May be null
 */
record Note(UUID id, Instant at, String by, Event event, String text) {

    enum Event {
        NOTE,
        ACKNOWLEDGED,
        RESOLVED,
        REOPENED,
        CAME_BACK,
        OWNER
    }
}
