package dev.syncline.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import, or one user of a batch provisioning.
 *
 * @param number line of the file where the row begins, or a running number
 * @param subject the user name
 * @param userId null while there is no such user
 * @param content columns by name as JSON, secrets replaced by a marker; null when there is none
 * @param sealed the secret values, sealed; null when there are none
 * @param message what is wrong or why nothing was done; null when there is nothing to say
 */
record Row(
        UUID batchId,
        int number,
        @Nullable String subject,
        @Nullable UUID userId,
        @Nullable String content,
        byte @Nullable [] sealed,
        Status status,
        @Nullable String message,
        @Nullable UUID taskId) {

    enum Status {
        WAITING,
        BAD,
        OPENED,
        SKIPPED,
        APPLIED,
        FAILED,
        CANCELLED
    }

    Row became(Status status, @Nullable UUID userId, @Nullable String message, @Nullable UUID taskId) {
        return new Row(batchId, number, subject, userId, content, null, status, message, taskId);
    }
}
