package dev.syncline.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of users.
 *
 * @param name unique whatever its case; expressions see it in {@code user.groups}
 * @param description null for none
 * @param externalId the id it has with the client that provisions it; null for none
 */
public record Group(
        UUID id, String name, @Nullable String description, @Nullable String externalId, int version, Instant createdAt, Instant updatedAt) {}
