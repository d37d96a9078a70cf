package dev.syncline.retention;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erasing one person's data.
 *
 * @param tasks how many there were when it was ordered, of which {@code tasksDone} are erased
 * @param entries of the audit, likewise
 * @param afterId the last record of the phase that was erased; null at its beginning
 * @param endedAt null while under way
 */
record Erasure(UUID id, UUID userId, String reason, Actor by, Instant orderedAt, long tasks, long entries, Phase phase,
        @Nullable UUID afterId, long tasksDone, long entriesDone, @Nullable Instant endedAt) {

    enum Phase {
        TASKS,
        AUDIT,
        REST,
        DONE
    }
}
