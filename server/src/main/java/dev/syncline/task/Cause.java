package dev.syncline.task;

import java.util.Objects;
import java.util.UUID;

/**
 * What made a task: an import, a policy, a request, a failed task.
 *
 * @param type upper case word: "IMPORT", "BATCH", "TASK", "POLICY"
 * @param name as shown in the log, kept as it was
 */
public record Cause(String type, UUID id, String name) {
    public Cause {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
    }
}
