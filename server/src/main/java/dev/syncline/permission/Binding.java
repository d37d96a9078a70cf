package dev.syncline.permission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account and a permission.
 *
 * @param endsAt when it ends by itself; null for never
 */
public record Binding(UUID accountId, UUID permissionId, Status status, @Nullable Instant endsAt) {

    public enum Status {
        /** Asked for; the target does not have it yet. */
        REQUESTED,
        HELD,
        /** Asked to be taken away; the target still has it. */
        RELEASING
    }
}
