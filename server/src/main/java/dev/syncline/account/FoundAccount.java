package dev.syncline.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that was found in the target, and is not known here yet.
 *
 * @param userId whose it is; null when nobody knows
 * @param attributes the values it has there, by the names the mapping uses, secrets left out; empty when they were not read
 * @param active whether the target lets it sign in
 * @param lastSignInAt null when none is known
 */
public record FoundAccount(
        UUID id,
        @Nullable UUID applicationId,
        @Nullable UUID userId,
        String name,
        @Nullable String remoteId,
        Map<String, Object> attributes,
        boolean active,
        @Nullable Instant lastSignInAt) {}
