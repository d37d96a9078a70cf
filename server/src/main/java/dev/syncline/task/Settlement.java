package dev.syncline.task;

import dev.syncline.journal.WireMessage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt of a task ended.
 *
 * @param attempt the fencing number it ran under: the settlement counts only while the task still runs under it
 * @param outcome upper case word for the attempt's record
 * @param leaseEndedBefore null for a worker's own result; for the sweep, the time before which the lease must have ended
 * @param messages what went over the wire and is not on record yet
 */
public record Settlement(
        UUID taskId,
        UUID lineId,
        int attempt,
        @Nullable UUID runnerId,
        @Nullable Instant startedAt,
        Instant endedAt,
        String outcome,
        Verdict verdict,
        @Nullable Instant leaseEndedBefore,
        List<WireMessage> messages) {

    public Settlement {
        Objects.requireNonNull(taskId);
        Objects.requireNonNull(lineId);
        Objects.requireNonNull(verdict);
        messages = List.copyOf(messages);
    }
}
