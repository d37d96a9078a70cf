package dev.syncline.task;

import dev.syncline.journal.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a person change a task.
 *
 * @param reason why; may be null where the change needs none
 * @param priority of what is to be tried again
 * @param detail what the operation log keeps besides the reason; null for nothing
 */
public record Errand(Actor by, @Nullable String reason, Priority priority, @Nullable Map<String, ?> detail) {

    public Errand {
        Objects.requireNonNull(by);
        Objects.requireNonNull(priority);
    }

    /** A single change, which somebody waits for. */
    static Errand single(Actor by, @Nullable String reason, @Nullable Map<String, ?> detail) {
        return new Errand(by, reason, Priority.INTERACTIVE, detail);
    }

    /**
     * A part of a bulk repair, which the operation log names.
     *
     * @param approvedBy the second person who let it run; null when none was needed
     */
    public static Errand ofRepair(UUID bulkRepair, Actor by, @Nullable String reason, @Nullable String approvedBy) {
        Map<String, ?> detail = approvedBy == null ? Map.of("bulkRepair", bulkRepair) : Map.of("bulkRepair", bulkRepair, "approvedBy", approvedBy);
        return new Errand(by, reason, Priority.BULK, detail);
    }
}
