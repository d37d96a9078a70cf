package dev.syncline.permission;

import java.time.Instant;
import java.util.UUID;

/**
 * A permission an account should hold.
 *
 * @param endsAt null for never
 */
public record Hold(UUID accountId, UUID permissionId, Instant endsAt) {
    public Hold(UUID accountId, UUID permissionId) {
        this(accountId, permissionId, null);
    }
}
