package dev.syncline.expiry;

import java.time.Instant;
import java.util.UUID;

/**
 * A user was told that something ends.
 *
 * @param permissionId null for the account itself
 */
record Reminder(
        UUID accountId,
        String accountName,
        UUID applicationId,
        String applicationName,
        UUID userId,
        String userName,
        UUID permissionId,
        String permissionName,
        Instant endsAt,
        Instant remindedAt) {

    UUID key() {
        return permissionId == null ? new UUID(0, 0) : permissionId;
    }
}
