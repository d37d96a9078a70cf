package dev.syncline.bulk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.syncline.journal.Veil;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as a client sees it.
 *
 * @param content columns by name, secrets masked
 * @param task null when none was opened
 */
record RowView(
        int number,
        @Nullable String subject,
        @Nullable UUID userId,
        Row.Status status,
        @Nullable String message,
        @JsonRawValue @Nullable String content,
        @Nullable TaskView task) {

    /**
     * For a reader who may not see personal values.
     *
     * @param ofTask null when there is none
     */
    RowView behind(Veil ofRow, @Nullable Veil ofTask) {
        TaskView shown = task == null ? null : task.behind(Objects.requireNonNull(ofTask, "each task has its veil"));
        ofRow.learn(content);
        return new RowView(number, ofRow.text(subject), userId, status, ofRow.text(message), ofRow.body(content), shown);
    }

    record TaskView(UUID id, Status status, @Nullable FailureKind failureKind, @Nullable String failureMessage) {

        private TaskView behind(Veil veil) {
            return new TaskView(id, status, failureKind, veil.text(failureMessage));
        }
    }

    static RowView of(Row row, @Nullable Task task) {
        return new RowView(row.number(), row.subject(), row.userId(), row.status(), row.message(), row.content(),
                task == null ? null : new TaskView(task.id(), task.status(), task.failureKind(), task.failureMessage()));
    }
}
