package dev.syncline.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A named set of users.
 *
 * @param name unique whatever its case; expressions see it in {@code user.groups}
 * @param description null for none
 * @param externalId the id it has with the client that provisions it; null for none
 */
public record Group(
        UUID id, String name, String description, String externalId, int version, Instant createdAt, Instant updatedAt) {}
