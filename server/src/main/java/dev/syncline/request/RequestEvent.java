package dev.syncline.request;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry of a request's timeline.
 *
 * @param step position of the step it is about; null for none
 * @param people who was asked, by name
 * @param comment null for none
 */
record RequestEvent(UUID requestId, Instant at, Kind kind, Actor actor, Integer step, List<String> people, String comment) {

    enum Kind {
        SUBMITTED,
        ASKED,
        COMMENTED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /** Time ran out, and others are asked too. */
        ESCALATED,
        /** There is nobody else to ask. */
        TO_ADMINISTRATORS,
        /** Somebody who was asked was disabled or deleted. */
        APPROVER_GONE,
        TASKS_OPENED
    }
}
