package dev.syncline.lifecycle;

import dev.syncline.connector.Action;
import dev.syncline.journal.Actor;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a user as a client sees it.
 *
 * @param differences values that differ; of a new user those that are not empty
 * @param tasks what it caused by itself; what provisioning policies made of it names the policy as its cause
 */
record HistoryEntry(
        UUID id,
        Kind kind,
        String sentence,
        Instant at,
        Actor actor,
        List<Difference> differences,
        List<PermissionEdit.Item> bound,
        List<PermissionEdit.Item> unbound,
        List<TaskView> tasks) {

    enum Kind {
        CREATED,
        EDITED,
        MOVED,
        ENABLED,
        DISABLED,
        DELETED,
        PERMISSIONS
    }

    /**
     * @param field as the API calls it; "organization" and "manager" with names, "attributes.NAME" for further attributes
     * @param before null for none
     * @param after null for none
     */
    record Difference(String field, @Nullable Object before, @Nullable Object after) {}

    record TaskView(UUID id, String applicationName, String objectName, Action action, Source source, Status status) {
        static TaskView of(Task task) {
            return new TaskView(task.id(), task.applicationName(), task.objectName(), task.action(), task.source(), task.status());
        }
    }
}
