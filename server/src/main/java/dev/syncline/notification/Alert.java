package dev.syncline.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule is true for an application and a cause.
 *
 * @param applicationId null when it is not about one
 * @param trueAt when it was last found to be so
 * @param endedAt null while it is so
 * @param told how often it was told that it is so
 * @param toldAt when it was last told; null while it was not
 * @param overTold whether nothing more is to be told of it
 * @param acknowledgedBy null while nobody has taken it up; then it is not repeated
 */
record Alert(
        UUID id,
        UUID ruleId,
        @Nullable UUID applicationId,
        @Nullable String applicationName,
        String cause,
        Facts facts,
        Instant openedAt,
        Instant trueAt,
        @Nullable Instant endedAt,
        int told,
        @Nullable Instant toldAt,
        boolean overTold,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    /** What is false for a moment is not over: it would only be told anew. */
    static final Duration CALM = Duration.ofMinutes(5);

    Finding.Key key() {
        return new Finding.Key(applicationId, cause);
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** Somebody has taken it up, here or where failures are grouped by cause. */
    boolean isSeenTo() {
        return acknowledgedAt != null || facts.group() != null && facts.group().seenToBy() != null;
    }

    /** Not found any more. */
    boolean isOver(Instant now) {
        return isOpen() && !now.isBefore(trueAt.plus(CALM));
    }
}
