package dev.syncline.bulkrepair;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Veil;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a bulk repair as a client sees it.
 *
 * @param why why it was left alone; null when it was not
 * @param message why in words, the sentence of a refusal, or the new failure; null when there is nothing to say
 * @param task as it is now; null when there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ItemView(int number, UUID taskId, Result result, @Nullable Why why, @Nullable String message, @Nullable Instant at, @Nullable TaskNow task) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskNow(UUID applicationId, String applicationName, ObjectType objectType, String objectName, String userName, Action action,
            Status status, @Nullable FailureKind failureKind, @Nullable String failureMessage, String settledBy) {}

    /** For a reader who may not see personal values. */
    ItemView behind(Veil veil) {
        TaskNow now = task == null ? null : new TaskNow(task.applicationId, task.applicationName, task.objectType, task.objectName,
                task.userName, task.action, task.status, task.failureKind, veil.text(task.failureMessage), task.settledBy);
        return new ItemView(number, taskId, result, why, veil.text(message), at, now);
    }

    static ItemView of(Item item, @Nullable Task task) {
        String message = item.message() == null && item.why() != null ? item.why().sentence() : item.message();
        return new ItemView(item.number(), item.taskId(), item.result(), item.why(), message, item.at(), task == null ? null
                : new TaskNow(task.applicationId(), task.applicationName(), task.objectType(), task.objectName(), task.userName(),
                        task.action(), task.status(), task.failureKind(), task.failureMessage(), task.settledBy()));
    }
}
