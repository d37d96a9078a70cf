package dev.syncline.failure;

import dev.syncline.journal.Veil;
import dev.syncline.task.FailureKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failures with one cause.
 *
 * @param pattern what their messages have in common
 * @param sampleMessage the latest message, as it was
 * @param failures how often tasks failed so, in all
 * @param state what people made of it, or that it came back after they had resolved it
 * @param stateBy null while nobody has decided anything, and when it came back
 * @param cameBackAt the first failure after it was last resolved; null when there was none
 * @param owner who sees to it; null for nobody
 * @param tasks how many tasks stand failed so now
 * @param people how many users these tasks are about
 * @param standingSince when the oldest of these tasks was opened; null when there is none
 */
record FailureGroup(
        UUID id,
        Named application,
        FailureKind kind,
        String pattern,
        @Nullable String sampleMessage,
        UUID sampleTaskId,
        long failures,
        Instant firstSeenAt,
        Instant lastSeenAt,
        State state,
        Instant stateAt,
        @Nullable String stateBy,
        @Nullable Instant cameBackAt,
        @Nullable String owner,
        int version,
        long tasks,
        long people,
        @Nullable Instant standingSince) {

    /** For a reader who may not see personal values. */
    FailureGroup behind(Veil veil) {
        return new FailureGroup(id, application, kind, pattern, veil.text(sampleMessage), sampleTaskId, failures, firstSeenAt, lastSeenAt, state,
                stateAt, stateBy, cameBackAt, owner, version, tasks, people, standingSince);
    }

    /** An application with its name as it was with the latest failure. */
    record Named(UUID id, String name) {}

    enum State {
        OPEN,
        /** Somebody sees to it. */
        ACKNOWLEDGED,
        RESOLVED,
        /** It was resolved, and happened again. */
        CAME_BACK
    }
}
