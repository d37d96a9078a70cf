package dev.syncline.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of somebody's sessions.
 *
 * @param current whether it is the one that asks
 * @param endsAt at the latest; sooner when it is not used
 */
record OwnSession(UUID id, boolean current, SessionMethod method, Instant createdAt, Instant seenAt, Instant endsAt, String address,
        @Nullable String userAgent) {}
