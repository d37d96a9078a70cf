package dev.syncline.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one change of a user.
 *
 * @param userId null when there is no such user
 * @param message why nothing was done; null when it was done
 */
record UserOutcome(Result result, @Nullable UUID userId, @Nullable String message) {

    enum Result {
        CREATED,
        UPDATED,
        /** The user is so already. */
        UNCHANGED,
        ENABLED,
        DISABLED,
        DELETED,
        FAILED
    }

    static UserOutcome failed(String message) {
        return new UserOutcome(Result.FAILED, null, message);
    }

    Row of(Row row) {
        return switch (result) {
            case CREATED -> row.became(Row.Status.APPLIED, userId, "Created", null);
            case UPDATED -> row.became(Row.Status.APPLIED, userId, "Updated", null);
            case ENABLED -> row.became(Row.Status.APPLIED, userId, "Enabled", null);
            case DISABLED -> row.became(Row.Status.APPLIED, userId, "Disabled", null);
            case DELETED -> row.became(Row.Status.APPLIED, userId, "Deleted", null);
            case UNCHANGED -> row.became(Row.Status.SKIPPED, userId, "The user is so already.", null);
            case FAILED -> row.became(Row.Status.FAILED, userId, message, null);
        };
    }
}
