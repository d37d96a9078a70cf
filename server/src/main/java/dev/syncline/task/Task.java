package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands. Nullable: user, cause, batch, and everything that depends on the status.
 *
 * @param dueAt when it may run; null unless it is queued, and while it waits for a task of another line
 * @param waitsFor the task of another line that has to be settled first; null for most
 * @param claims the fencing number of the last claim
 * @param failureGroup what its last failure has in common with others, also after it was repaired; null while it never failed
 * @param attempts tries that count against the limit, of which the first {@code scheduleBase} were before a person retried it
 */
public record Task(
        UUID id,
        UUID lineId,
        long turn,
        UUID applicationId,
        String applicationName,
        ObjectType objectType,
        UUID objectId,
        String objectName,
        UUID userId,
        String userName,
        Action action,
        Source source,
        boolean takesAway,
        Priority priority,
        Actor initiator,
        @Nullable Cause cause,
        UUID batchId,
        Parameters parameters,
        UUID supersedesId,
        String invalid,
        Status status,
        @Nullable Instant openedAt,
        @Nullable Instant dueAt,
        UUID waitsFor,
        int claims,
        int attempts,
        int scheduleBase,
        @Nullable Instant startedAt,
        @Nullable Instant leaseUntil,
        @Nullable Instant callbackDueAt,
        String waitReason,
        @Nullable FailureKind failureKind,
        String failureMessage,
        UUID failureGroup,
        String note,
        String remoteId,
        UUID supersededById,
        @Nullable Instant settledAt,
        String settledBy,
        String settleReason) {}
