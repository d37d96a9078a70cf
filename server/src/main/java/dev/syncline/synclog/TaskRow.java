package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.journal.Veil;
import dev.syncline.rights.Rights;
import dev.syncline.task.Cause;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskAction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a list shows it.
 *
 * @param user null for an orphan account
 * @param statusLabel how the status reads: "No callback", "Succeeded (confirmed by Ming Li)"
 * @param failureGroup what its last failure has in common with others; null while it never failed
 * @param maxAttempts null when the application is gone
 * @param dueAt when it is tried next; null unless it is queued, and while it waits for a task of another line
 * @param waitReason why not sooner, in words
 * @param waitingFor id of the task of another line that has to be settled first; null for most
 * @param blockedBy the task it has to wait for, of its line or of another one; null when it is free
 * @param retrying whether it was tried, failed, and waits for its next try
 * @param actions what the caller may do with it now
 */
record TaskRow(
        UUID id,
        Named application,
        ObjectType objectType,
        Named object,
        @Nullable Named user,
        Action action,
        Source source,
        Status status,
        String statusLabel,
        @Nullable FailureKind failureKind,
        @Nullable String failureMessage,
        UUID failureGroup,
        int attempts,
        Integer maxAttempts,
        @Nullable Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable Instant dueAt,
        @Nullable String waitReason,
        UUID waitingFor,
        @Nullable Instant callbackDueAt,
        Actor initiator,
        @Nullable Cause cause,
        UUID batchId,
        String settledBy,
        @Nullable String settleReason,
        @Nullable String note,
        LogRepository.@Nullable Blocker blockedBy,
        boolean retrying,
        List<TaskAction> actions) {

    /** Something with its name as it was when the task was opened. */
    record Named(UUID id, String name) {}

    /** For a reader who may not see personal values. */
    TaskRow behind(Veil veil) {
        return new TaskRow(id, application, objectType, object, user, action, source, status, statusLabel, failureKind,
                veil.text(failureMessage), failureGroup, attempts, maxAttempts, openedAt, settledAt, dueAt, veil.text(waitReason), waitingFor,
                callbackDueAt, initiator, cause, batchId, settledBy, veil.text(settleReason), veil.text(note), blockedBy, retrying, actions);
    }

    static TaskRow of(LogRepository.Listed listed, LogRepository.@Nullable Blocker blockedBy, Rights may) {
        Task task = listed.task();
        return new TaskRow(
                task.id(),
                new Named(task.applicationId(), task.applicationName()),
                task.objectType(),
                new Named(task.objectId(), task.objectName()),
                task.userId() == null ? null : new Named(task.userId(), task.userName()),
                task.action(),
                task.source(),
                task.status(),
                StatusLabel.of(task),
                task.failureKind(),
                task.failureMessage(),
                task.failureGroup(),
                task.attempts(),
                listed.maxAttempts(),
                task.openedAt(),
                task.settledAt(),
                task.dueAt(),
                task.waitReason(),
                task.waitsFor(),
                task.callbackDueAt(),
                task.initiator(),
                task.cause(),
                task.batchId(),
                task.settledBy(),
                task.settleReason(),
                task.note(),
                blockedBy,
                task.status() == Status.QUEUED && task.attempts() > task.scheduleBase(),
                Allowed.to(may, task));
    }
}
