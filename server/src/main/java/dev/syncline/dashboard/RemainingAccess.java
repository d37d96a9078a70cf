package dev.syncline.dashboard;

import dev.syncline.connector.Action;
import dev.syncline.dashboard.Dashboard.Named;
import dev.syncline.journal.Veil;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access that somebody still has although it was to be taken away.
 *
 * @param taskId the removal that failed, or is long under way
 * @param user null when the account is nobody's
 * @param account with its name as it was
 * @param since when the removal was decided
 * @param failureGroup others that failed for the same reason; null when it did not fail
 */
record RemainingAccess(
        UUID taskId,
        @Nullable Named user,
        @Nullable Named account,
        @Nullable Named application,
        Action action,
        Status status,
        @Nullable FailureKind failureKind,
        @Nullable String failureMessage,
        UUID failureGroup,
        Instant since) {

    /** For a reader who may not see personal values. */
    RemainingAccess behind(Veil veil) {
        return new RemainingAccess(taskId, user, account, application, action, status, failureKind, veil.text(failureMessage), failureGroup, since);
    }
}
