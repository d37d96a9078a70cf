package dev.syncline.access;

import java.time.Instant;
import java.util.UUID;

/**
 * An API token as it is listed; its value is not known any more.
 *
 * @param expiresAt null for never
 * @param lastUsedAt to five minutes; null for never
 */
record ApiToken(UUID id, String name, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {}
