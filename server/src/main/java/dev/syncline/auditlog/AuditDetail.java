package dev.syncline.auditlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry in full.
 *
 * @param before the members that changed, as they were; null for none
 * @param after the same as they were then, or what was made
 * @param method null when it did not come by a request
 * @param endedAt null while under way
 */
record AuditDetail(AuditRow entry, @Nullable JsonNode before, @Nullable JsonNode after, @Nullable String method, @Nullable String path,
        @Nullable String userAgent, @Nullable String requestId, @Nullable Instant endedAt) {}
