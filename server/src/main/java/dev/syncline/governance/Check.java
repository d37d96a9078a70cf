package dev.syncline.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account policy or a compliance rule.
 *
 * @param applicationId null for a compliance rule
 * @param enabled whether its schedule counts
 * @param remedy what is done about findings
 * @param schedule null: by hand only
 * @param nextRunAt null when it does not run by itself
 */
record Check(
        UUID id,
        Family family,
        UUID applicationId,
        String name,
        boolean enabled,
        Definition definition,
        Remedy remedy,
        @Nullable Schedule schedule,
        Limits limits,
        @Nullable Instant nextRunAt,
        int version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
