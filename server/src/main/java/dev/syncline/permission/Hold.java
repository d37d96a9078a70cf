package dev.syncline.permission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permission an account should hold.
 *
 * @param endsAt null for never
 */
public record Hold(UUID accountId, @Nullable UUID permissionId, @Nullable Instant endsAt) {
    public Hold(UUID accountId, UUID permissionId) {
        this(accountId, permissionId, null);
    }
}
