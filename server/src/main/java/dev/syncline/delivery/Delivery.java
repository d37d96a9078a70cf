package dev.syncline.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one channel, with what became of it.
 *
 * @param ruleId null for a test
 * @param attempts begun so far
 * @param nextTryAt null unless it is pending
 * @param result what the last try came to, in words; null before the first one
 */
record Delivery(UUID id, UUID channelId, String channelName, Channel.Kind channelKind, UUID ruleId, String ruleName, Message message, Status status,
        int attempts, int mostAttempts, @Nullable Instant nextTryAt, String result, @Nullable Instant createdAt, @Nullable Instant endedAt) {

    enum Status {
        PENDING,
        SENDING,
        SENT,
        GIVEN_UP
    }
}
