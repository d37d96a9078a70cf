package dev.syncline.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a task, as the operation log keeps it.
 *
 * @param actor the person who did it; null when it was the system
 * @param message a clause for the reader; may be null
 * @param detail further facts; null for none
 */
public record Entry(UUID taskId, Instant at, Event event, @Nullable String actor, @Nullable String message, @Nullable Map<String, ?> detail) {

    public Entry {
        Objects.requireNonNull(taskId);
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
    }

    public static Entry of(UUID taskId, Instant at, Event event, @Nullable String message) {
        return new Entry(taskId, at, event, null, message, null);
    }
}
