package dev.syncline.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One finished try of a task.
 *
 * @param number the fencing number it ran under
 * @param outcome upper case word: DONE, ACCEPTED, REFUSED, THROTTLED, UNAVAILABLE, UNCLEAR, INVALID, LOST, ERROR
 * @param failureKind null when it did not fail
 * @param counted whether it counts against the limit of attempts
 */
public record Attempt(
        UUID taskId,
        int number,
        @Nullable UUID runnerId,
        @Nullable Instant startedAt,
        Instant endedAt,
        String outcome,
        @Nullable String failureKind,
        @Nullable String message,
        boolean counted) {}
