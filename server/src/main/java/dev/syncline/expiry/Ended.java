package dev.syncline.expiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round in which something ended.
 *
 * @param items what ended, named as it was
 */
record Ended(UUID id, Instant expiredAt, List<Item> items) {

    enum Outcome {
        UNBOUND,
        DISABLED,
        DELETED,
        /** It could not be done; the note says why. */
        REFUSED
    }

    /**
     * @param userId null for an orphan
     * @param permissionId null for the account itself
     * @param taskId null when there was nothing to send
     * @param requestIds the access requests that had given it
     */
    record Item(
            UUID accountId,
            String accountName,
            UUID applicationId,
            String applicationName,
            @Nullable UUID userId,
            @Nullable String userName,
            @Nullable UUID permissionId,
            @Nullable String permissionName,
            @Nullable Instant endedAt,
            Outcome outcome,
            @Nullable String note,
            @Nullable UUID taskId,
            List<UUID> requestIds) {}
}
