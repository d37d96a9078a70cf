package dev.syncline.governance;

import java.time.Instant;
import java.util.UUID;

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
        Schedule schedule,
        Limits limits,
        Instant nextRunAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
