package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.journal.Veil;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a task was settled that had failed for the same cause.
 *
 * @param by who did it; null when it is not on record
 * @param reason what that person said; null for a retry, which asks for none
 * @param correction the task that went well in its place; null unless it was corrected
 * @param difference what the correction changed; empty unless it was corrected
 */
record Resolution(UUID taskId, String objectName, Action action, How how, String by, @Nullable String reason, Instant at, UUID correction,
        List<Difference> difference) {

    /** For a reader who may not see personal values. */
    Resolution behind(Veil veil) {
        return new Resolution(taskId, objectName, action, how, by, veil.text(reason), at, correction,
                difference.stream().map(one -> one.behind(veil)).toList());
    }

    Resolution withoutPayloads() {
        return new Resolution(taskId, objectName, action, how, by, reason, at, correction, List.of());
    }

    enum How {
        /** Done by hand in the target. */
        CONFIRMED,
        /** Retried after modification, and that went well. */
        CORRECTED,
        /** The same again went well. */
        RETRIED,
        CANCELLED
    }
}
