package dev.syncline.policy;

import dev.syncline.policy.GrantNames.GrantView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a client sees it.
 *
 * @param users how many users have something because of it now
 * @param lastRun its newest run over everybody; null for none
 * @param deletedAt null while it is there
 */
record PolicyView(
        UUID id,
        String name,
        @Nullable String description,
        String condition,
        OnLeaving onLeaving,
        List<GrantView> grants,
        boolean enabled,
        int number,
        long users,
        @Nullable RunView lastRun,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
