package dev.syncline.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's presence in one application.
 *
 * @param userId null for an orphan
 * @param remoteId the target's id; null while it is not known
 * @param beforeDeletion while it is DELETING: what it was before
 * @param attributes the values the target is known to have, secrets left out
 * @param endsAt when it is to end by itself; null for never
 * @param lastSignInAt the last sign-in in the target that is known; null for none
 */
public record Account(
        UUID id,
        UUID applicationId,
        @Nullable UUID userId,
        String name,
        @Nullable String remoteId,
        Status status,
        @Nullable Status beforeDeletion,
        Map<String, Object> attributes,
        @Nullable Instant endsAt,
        @Nullable Instant lastSignInAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public enum Status {
        /** Wanted, not yet there. */
        REQUESTED,
        ACTIVE,
        DISABLED,
        /** To be deleted, still there. */
        DELETING
    }
}
