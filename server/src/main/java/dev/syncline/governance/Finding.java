package dev.syncline.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a check objects to. Found again, it is the same finding.
 *
 * @param details facts and holds as JSON, as they were when it was last seen
 * @param message what was done, or why it was not; null before
 * @param passedUntil when an exception ends; null for none
 */
record Finding(
        UUID id,
        UUID checkId,
        Family family,
        String checkName,
        Found.Kind kind,
        String key,
        UUID applicationId,
        UUID accountId,
        String remoteId,
        String objectName,
        UUID userId,
        String userName,
        String details,
        Status status,
        String message,
        UUID firstRunId,
        UUID lastRunId,
        @Nullable Instant foundAt,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        @Nullable Instant passedUntil) {

    enum Status {
        /** Waits for a decision. */
        OPEN,
        /** Waits for the release of its run. */
        HELD,
        /** Something was done about it; it ends when it is found no more. */
        ACTED,
        /** A reviewer let it pass for a while. */
        PASSED,
        /** The account was given to its user. */
        ADOPTED,
        /** It is there no more. */
        RESOLVED,
        /** Of a dry run, and of nothing else. */
        DRY
    }

    /** As a task names its cause. */
    String causeName() {
        return checkName + ": " + objectName;
    }
}
